"""What every page stands on: session, clock, guard, layout, forms, errors."""
