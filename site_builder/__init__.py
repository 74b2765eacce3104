"""IOP-registret: YAML files in, a published register out."""
