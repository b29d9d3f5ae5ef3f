"""What the packaged program is made of; used by build_spec/kiosk.spec and by `make build`."""
