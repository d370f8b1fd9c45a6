"""One screen for each way of using a page: choose, read, type, wait for files, be helped."""
