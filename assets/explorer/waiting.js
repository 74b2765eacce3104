/** Waiting: a page that was asked for a choice does not show everything before the choice is made. */
if (window.location.search) document.documentElement.classList.add("is-waiting");
