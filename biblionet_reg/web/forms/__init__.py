"""Forms: shape of the input; rules of the field are the domain's."""
