"""All views of the product, one line an audience; importing them ties them to their blueprints."""

from flask import Flask

from biblionet_reg.web.account import sign_in
from biblionet_reg.web.organiser import overview
from biblionet_reg.web.public import editions, front, machines

VIEWS = (
    (editions, front, machines),
    (overview,),
    (sign_in,),
)


def init_app(app: Flask) -> None:
    for module in (module for audience in VIEWS for module in audience):
        if module.bp.name not in app.blueprints:
            app.register_blueprint(module.bp)
