"""The closed fetcher: a document gets our own assets by name and nothing else, from nowhere else."""

import logging

from weasyprint.urls import URLFetcher, URLFetcherResponse

from biblionet_reg.documents.assets import ASSETS, SCHEME

_LOG = logging.getLogger(__name__)


class AssetRefused(ValueError):  # noqa: N818 - the name of what happened
    """A document asked for something that is not on the list."""


class ClosedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves `asset:NAME` from the fixed list; files, addresses and data of every kind are refused and logged."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002 - the signature is WeasyPrint's
        asset = ASSETS.get(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
        if asset is None:
            _LOG.warning("document asset refused: %.200r", url)
            raise AssetRefused(url[:200])
        return URLFetcherResponse(url, asset.read(), {"Content-Type": asset.media_type})
