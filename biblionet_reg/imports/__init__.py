"""Files read into plain data, with every fault named."""
