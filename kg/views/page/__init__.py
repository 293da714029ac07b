"""What the page is made of: its content as plain values, where nodes stand, and the template, styles and script."""
