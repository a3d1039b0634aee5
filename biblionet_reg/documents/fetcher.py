"""The closed fetcher: a document gets our own assets and the pictures of its order by name, and nothing else, from nowhere else."""

import logging
from collections.abc import Iterable

from weasyprint.urls import URLFetcher, URLFetcherResponse

from biblionet_reg.documents.assets import ASSETS, SCHEME, Asset, Picture

_LOG = logging.getLogger(__name__)


class AssetRefused(ValueError):  # noqa: N818 - the name of what happened
    """A document asked for something that is not on the list."""


class ClosedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves `asset:NAME` from the fixed list and the order's pictures; files, addresses and data of every kind are refused and logged."""

    def __init__(self, pictures: Iterable[Picture] = ()) -> None:
        super().__init__()
        self._served: dict[str, Asset | Picture] = {**{picture.name: picture for picture in pictures}, **ASSETS}

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002 - the signature is WeasyPrint's
        asset = self._served.get(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
        if asset is None:
            _LOG.warning("document asset refused: %.200r", url)
            raise AssetRefused(url[:200])
        return URLFetcherResponse(url, asset.read(), {"Content-Type": asset.media_type})
