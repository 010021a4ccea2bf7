"""Documents as bytes: PDF pages and workbooks. Knows no database."""
