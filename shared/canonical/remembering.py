"""
PyLD, which processes each scoped context once instead of at every object of that type.

Two thirds of an expansion are spent on contexts that never change: PyLD remembers those a
document names, and not those that a type or a property brings along.  All of ours are
shipped and frozen, and a document may bring none of its own (``coverage.check_form``), so
the same scoped context in the same active context always gives the same result.

The hook is private in PyLD; ``tests/shared/test_canonical_remembering.py`` compares both
ways on every credential at hand, and a PyLD that no longer asks here is only slower.
"""

from typing import Any

from pyld.jsonld import JsonLdProcessor

MAX_REMEMBERED = 512
"""Processed contexts of some 20 kB; real badges need some thirty."""

_PLAIN = {"override_protected", "propagate"}

Memory = dict[Any, tuple[Any, Any]]
"""What was processed -> itself, kept alive so that its identity is not used again; the result."""


class RememberingProcessor(JsonLdProcessor):  # type: ignore[misc]  # PyLD has no types
    """One expansion; ``memory`` is shared by all those of one edition of the contexts."""

    def __init__(self, memory: Memory, **options: Any) -> None:
        """``options``: those of PyLD's own processor."""
        super().__init__(**options)
        self._memory = memory

    def _process_context(self, active_ctx: Any, local_ctx: Any, options: Any, **how: Any) -> Any:
        active = active_ctx.get("_uuid")
        # What has a name is remembered by PyLD; a context that is tried while another is being
        # made (``cycles``) sees only half of that other.
        if active is None or not hasattr(local_ctx, "keys") or how.keys() - _PLAIN:
            return super()._process_context(active_ctx, local_ctx, options, **how)
        key = (active, id(local_ctx), how.get("override_protected"), how.get("propagate"))
        found = self._memory.get(key)
        if found is None:
            if len(self._memory) >= MAX_REMEMBERED:
                self._memory.clear()
            result = super()._process_context(active_ctx, local_ctx, options, **how)
            found = self._memory[key] = (local_ctx, result)
        return found[1]
