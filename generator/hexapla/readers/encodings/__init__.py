"""Which encoding bytes are in."""
