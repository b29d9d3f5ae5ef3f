"""What the staff's pages get from the stand: settings, versions, health. Never imports Qt.

`kiosk.app` hands these to the bridge, which knows them as the protocols of `kiosk.bridge.desk`.
"""
