"""Denies the network to QML: the second line behind the operating system's own denial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtQml import QQmlNetworkAccessManagerFactory

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtNetwork import QNetworkAccessManager


class DenyingFactory(QQmlNetworkAccessManagerFactory):
    """Gives QML managers that send everything to a proxy that does not exist.

    Qt Network's Python module is imported only when something asks for a network, which nothing
    of the kiosk does.
    """

    def create(self, parent: QObject) -> QNetworkAccessManager:
        """A manager that reaches nothing."""
        from PySide6.QtNetwork import QNetworkAccessManager, QNetworkProxy

        manager = QNetworkAccessManager(parent)
        manager.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "127.0.0.1", 9))
        return manager
