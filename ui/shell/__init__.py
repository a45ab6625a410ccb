"""The frame around the pages: values in, signals out; it knows no vault and no page."""
