"""First run and signing in: everything before there is a desk."""
