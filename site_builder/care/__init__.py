"""Care: what keeps the register's contents alive: links that lead somewhere, and letters to those who know more."""
