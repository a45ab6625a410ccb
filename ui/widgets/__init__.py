"""The custom controls: values in, signals out; none knows a vault."""
