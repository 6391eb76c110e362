"""Workshop of paper: values in, PDF out. The only home of reportlab and qrcode."""
