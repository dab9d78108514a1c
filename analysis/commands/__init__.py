"""What the commands of the command line do; `analysis.__main__` says how to call them."""
