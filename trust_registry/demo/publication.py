"""The registry of the region, written by the hand that writes every registry."""

from pathlib import Path

from trust_registry.demo import partnership
from trust_registry.demo.keys import seed_of
from trust_registry.demo.world import World
from trust_registry.publishing import Publication, create


def publish(folder: Path, world: World) -> None:
    """
    Make the folder of the registry, with everything that its partners say.

    One of them takes a recognition back afterwards: the list is published twice.

    Raises:
        FolderTaken: it holds something already.
        DeskUnusable: the disk refuses.
    """
    told = world.told.partners
    desk = create(
        folder,
        name=next(one.name["fr"] for one in told if one.slug == world.told.hub),
        members=[partnership.member(one, world) for one in told],
        catalogue=world.catalogue,
        publications=[
            Publication(
                entry=partnership.entry(one, world, withdrawn=True),
                lists=partnership.lists(one, world),
            )
            for one in told
        ],
        at=world.at,
        seed_of=lambda name: seed_of(partnership.REGISTRY_KEYS + name),
    )
    for one in told:
        if any(recognition.get("withdrawn") for recognition in one.recognises):
            kept = partnership.entry(one, world, withdrawn=False)
            desk.publish_entry(one.slug, kept, at=world.at)
