"""Settings: ``base`` holds what is always so, the others one environment each."""
