"""When the framework of a text was signed, begins and ends; each date bound to it, or left out."""
