"""Words for enums, consents and refusals, shared by pages, letters and documents; nowhere else are they worded."""

from biblionet_reg.wording.consents import consent
from biblionet_reg.wording.counted import label_of_many
from biblionet_reg.wording.labels import label
from biblionet_reg.wording.meeting import meeting_name
from biblionet_reg.wording.refusals import refusal

__all__ = ["consent", "label", "label_of_many", "meeting_name", "refusal"]
