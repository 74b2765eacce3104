"""Reading: data files → a Register and every Problem, each with file, line and column."""
