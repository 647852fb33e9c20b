"""The domain: ontology, change sets, stores and the immutable view that questions read."""
