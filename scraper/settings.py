"""Scrapy settings of the project: polite, quiet, and nothing running that a listing crawl does not need.

One comment for each departure from Scrapy's default. The job (`scraper.crawl`) adds what belongs to one run: where
the archive goes and how loud the log is.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Any

try:
    _VERSION = version("listmend")
except PackageNotFoundError:  # run from a source tree that was never installed
    _VERSION = "0"

BOT_NAME = "listmend"
SPIDER_MODULES = ["scraper.spiders"]
NEWSPIDER_MODULE = "scraper.spiders"

# Says who asks. A site's owner who objects finds the project by its name.
USER_AGENT = f"listmend/{_VERSION} (dataset crawler; obeys robots.txt; Scrapy)"
ROBOTSTXT_OBEY = True  # default False
# robots.txt groups are matched by product name, not by the whole header.
ROBOTSTXT_USER_AGENT = "listmend"

DOWNLOAD_DELAY = 1.0  # default 0; loopback addresses have none (middlewares.polite)
CONCURRENT_REQUESTS_PER_DOMAIN = 4  # default 8
AUTOTHROTTLE_ENABLED = True  # default False; slows down where the site is slow
AUTOTHROTTLE_START_DELAY = 1.0  # default 5.0
AUTOTHROTTLE_MAX_DELAY = 30.0  # default 60.0
RETRY_TIMES = 3  # default 2; with growing waits (middlewares.polite)
RETRY_GIVE_UP_LOG_LEVEL = "INFO"  # default ERROR; the reject line tells it
DOWNLOAD_TIMEOUT = 60  # default 180
DNS_TIMEOUT = 20  # default 60
REDIRECT_MAX_TIMES = 8  # default 20
METAREFRESH_MAXDELAY = 5  # default 100; a page that reloads itself every minute is no redirect

DOWNLOAD_MAXSIZE = 40_000_000  # default 1 GiB; also the bound of a decompressed body
DOWNLOAD_WARNSIZE = 0  # default 32 MiB; a page over the bound is a counted reject, one below it is no news
DOWNLOAD_FAIL_ON_DATALOSS = False  # default True; a page cut short by its server still lists entries

COOKIES_ENABLED = False  # default True; a listing needs no session
REFERER_ENABLED = True  # Scrapy's redirects warn without it
HTTPCACHE_ENABLED = False  # the archive keeps what was fetched; every run asks the site itself
TELNETCONSOLE_ENABLED = False  # default True
REMOTE_CONTROL_ENABLED = False  # default True
MEMUSAGE_ENABLED = False  # default True; starts a timer and may send mail
LOGSTATS_INTERVAL = 0  # default 60; the job tells its progress itself
LOG_LEVEL = "INFO"  # default DEBUG prints a line for each request
FEED_EXPORT_ENCODING = "utf-8"  # default escapes everything outside ASCII in JSON
URLLENGTH_LIMIT = 8192  # default 2083; calendar archives exceed it
# Default True parses the callback's source for each response: 0.4-0.5 ms a page.
WARN_ON_GENERATOR_RETURN_VALUE = False
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"

DOWNLOADER_MIDDLEWARES: dict[str, Any] = {
    # Engine side: what we refuse is never asked for, not even its robots.txt.
    "scraper.middlewares.guard.GuardMiddleware": 60,
    "scraper.middlewares.polite.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # replaced by the line above
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # the spider decides host by host
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,  # no passwords here
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,  # COOKIES_ENABLED is False
    "scraper.middlewares.polite.RetryMiddleware": 550,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,  # replaced by the line above
    "scraper.middlewares.redirect.MetaRefreshMiddleware": 580,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,  # replaced by the line above
    # After unpacking (590), before meta refresh (580) reads the text.
    "scraper.middlewares.decode.DecodeMiddleware": 585,
    "scraper.middlewares.unpack.UnpackMiddleware": 590,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,  # replaced by the line above
    "scraper.middlewares.redirect.RedirectMiddleware": 600,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,  # replaced by the line above
    # Downloader side: the bytes as they came off the wire.
    "scraper.middlewares.archive.ArchiveMiddleware": 990,
}
SPIDER_MIDDLEWARES: dict[str, Any] = {
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # the spider counts pages
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,  # no request copies another's meta
}
EXTENSIONS: dict[str, Any] = {
    "scrapy.extensions.memdebug.MemoryDebugger": None,
    "scrapy.extensions.spiderstate.SpiderState": None,
}
ITEM_PIPELINES: dict[str, int] = {"scraper.mend_items.MendPipeline": 500}
