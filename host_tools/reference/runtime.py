"""The runtime as its sources say it: exported classes, their public methods and properties. Nothing of it is run."""

import ast
import builtins
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .docstrings import Docstring, Type, parse, type_of

ROVER = Path(__file__).resolve().parents[2] / "lib" / "rover"
# A comment between two empty lines parts a class. What follows is for programs where there is none, or where it begins
# with this; else it is for other parts of the runtime.
FOR_PROGRAMS = "# What a program"
# Methods with two underscores that a program uses without naming them.
USED_BY_SYNTAX = ("__await__", "__iter__", "__next__", "__enter__", "__exit__", "__aenter__", "__aexit__", "__len__")


@dataclass(frozen=True)
class Parameter:
    name: str
    default: str | None = None  # as the source has it
    star: str = ""  # "*" or "**" in front of it
    keyword_only: bool = False
    literal: bool = False  # only the value True (or, in a stub, False)


@dataclass(frozen=True)
class Method:
    name: str
    parameters: tuple[Parameter, ...]
    doc: Docstring
    is_property: bool = False
    is_async: bool = False
    gives_value: bool = False  # has a `return` with something after it
    line: int = 0

    @property
    def can_be_awaited(self) -> bool:
        """Whether an asyncio task awaits it: it says so, or `wait` chooses whether it waits."""
        told = (*self.doc.text, self.doc.returns.text if self.doc.returns else "")
        return any("`await` it" in text for text in told) or any(one.name == "wait" for one in self.parameters)

    @property
    def property_type(self) -> Type | None:
        """A property's, which stands in brackets at the end of a sentence, or after "Returns"."""
        if not self.is_property:
            return None
        if self.doc.returns:
            return self.doc.returns.type
        match = re.search(r"\(([A-Za-z]\w*)\)[.;]", self.doc.summary)
        return type_of(match[1]) if match else None

    @property
    def answers_yes_or_no(self) -> bool:
        """Whether its first line says all that there is to say of what it returns."""
        return self.doc.returns is None and self.doc.summary.startswith("True ")


@dataclass(frozen=True)
class Class:
    name: str
    module: str
    base: str
    doc: Docstring
    parameters: tuple[Parameter, ...]  # of the constructor
    methods: tuple[Method, ...]
    attributes: tuple[tuple[str, str], ...]  # public ones that the constructor sets, with the source of their value
    line: int = 0

    def names_in_types(self) -> set[str]:
        """Every word of the types that its methods and attributes give."""
        docs = [method.doc for method in self.methods]
        entries = [*self.doc.attributes, *(entry for doc in docs for entry in doc.arguments)]
        types = [entry.type for entry in entries if entry.type]
        types += [doc.returns.type for doc in docs if doc.returns]
        types += [kind for method in self.methods if (kind := method.property_type)]
        return {word for kind in types for word in re.findall(r"\w+", kind.name)}


@dataclass(frozen=True)
class Runtime:
    doc: Docstring
    classes: tuple[Class, ...]  # exported ones in the order of their table, then those that come back from them
    functions: tuple[tuple[str, Method], ...]  # exported ones: module and function
    unknown: tuple[str, ...]  # exported names whose module has no such class or function
    exported: frozenset[str]  # the others come back from methods
    named: frozenset[str]  # every class of its modules, also those that no program sees


def read_runtime(folder: Path = ROVER) -> Runtime:
    """Read the sources of the runtime in that folder: what is exported, and classes that come back from it."""
    sources = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}
    trees = {module: ast.parse(text) for module, text in sources.items()}
    package = trees["__init__"]
    table = exported(package)
    classes: list[Class] = []
    functions: list[tuple[str, Method]] = []
    unknown: list[str] = []
    for name, module in table.items():
        node = next((node for node in trees.get(module, package).body if getattr(node, "name", "") == name), None)
        if isinstance(node, ast.ClassDef):
            classes.append(_class(node, module, sources[module].splitlines()))
        elif isinstance(node, ast.FunctionDef):
            functions.append((module, _method(node, bound=False)))
        else:
            unknown.append(name)
    inner = {
        node.name: (node, module)
        for module, tree in trees.items()
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name not in table and not node.name.startswith("_")
    }
    named = frozenset(table) | frozenset(inner)
    for one in classes:  # grows while it is gone through
        for name in sorted(one.names_in_types() & inner.keys()):
            node, module = inner.pop(name)
            classes.append(_class(node, module, sources[module].splitlines()))
    doc = parse(ast.get_docstring(package, clean=False))
    return Runtime(doc, tuple(classes), tuple(functions), tuple(unknown), frozenset(table), named)


def exported(package: ast.Module) -> dict[str, str]:
    """The table of `rover/__init__.py`: exported name -> module."""
    for node in package.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            table: dict[str, str] = ast.literal_eval(node.value)
            return table
    raise ValueError("rover/__init__.py has no table of its parts")


def module_doc(module: str, folder: Path = ROVER) -> Docstring:
    return parse(ast.get_docstring(ast.parse((folder / f"{module}.py").read_text(encoding="utf-8")), clean=False))


def _class(node: ast.ClassDef, module: str, lines: list[str]) -> Class:
    inside = [item for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)]
    constructor = next((item for item in inside if item.name == "__init__"), None)
    shown = [
        item
        for item in inside
        if item.name in USED_BY_SYNTAX or (not item.name.startswith("_") and not _for_parts(item, node, lines))
    ]
    setters = {id(item) for item in inside if any(isinstance(d, ast.Attribute) for d in item.decorator_list)}
    return Class(
        name=node.name,
        module=module,
        base=_base(node),
        doc=parse(ast.get_docstring(node, clean=False)),
        parameters=_parameters(constructor) if constructor else (),
        methods=tuple(_method(item) for item in shown if id(item) not in setters),
        attributes=tuple(_attributes(constructor)) if constructor else (),
        line=node.lineno,
    )


def _for_parts(item: ast.stmt, owner: ast.ClassDef, lines: list[str]) -> bool:
    """Whether the last comment before it that parts the class says that what follows is not for programs."""
    for at in range(item.lineno - 2, owner.lineno, -1):
        if lines[at].startswith("    # ") and not lines[at - 1].strip() and not lines[at + 1].strip():
            return not lines[at].strip().startswith(FOR_PROGRAMS)
    return False


def _method(node: ast.FunctionDef | ast.AsyncFunctionDef, bound: bool = True) -> Method:
    return Method(
        name=node.name,
        parameters=_parameters(node, bound),
        doc=parse(ast.get_docstring(node, clean=False)),
        is_property=any(isinstance(d, ast.Name) and d.id == "property" for d in node.decorator_list),
        is_async=isinstance(node, ast.AsyncFunctionDef),
        gives_value=any(_gives_value(part) for part in _own_nodes(node)),
        line=node.lineno,
    )


def _gives_value(node: ast.AST) -> bool:
    if not isinstance(node, ast.Return) or node.value is None:
        return False
    return not (isinstance(node.value, ast.Constant) and node.value.value is None)


def _own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes of a function, those of functions inside it left out."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            yield child
            yield from _own_nodes(child)


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef, bound: bool = True) -> tuple[Parameter, ...]:
    arguments = node.args
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [*[None] * (len(plain) - len(arguments.defaults)), *arguments.defaults]
    found = [Parameter(a.arg, ast.unparse(d) if d else None) for a, d in zip(plain, defaults, strict=True)]
    found = found[1:] if bound else found
    if arguments.vararg:
        found.append(Parameter(arguments.vararg.arg, star="*"))
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        found.append(Parameter(argument.arg, ast.unparse(default) if default else None, keyword_only=True))
    if arguments.kwarg:
        found.append(Parameter(arguments.kwarg.arg, star="**"))
    return tuple(found)


def _attributes(constructor: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[str, str]]:
    seen = set()
    for node in ast.walk(constructor):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if (
                    isinstance(target, ast.Attribute)
                    and isinstance(target.value, ast.Name)
                    and target.value.id == "self"
                    and not target.attr.startswith("_")
                    and target.attr not in seen
                ):
                    seen.add(target.attr)
                    yield target.attr, ast.unparse(node.value)


def _base(node: ast.ClassDef) -> str:
    """The class that a program may know it by: one of the language's. What it is made of inside is not told."""
    name = ast.unparse(node.bases[0]) if node.bases else ""
    return name if hasattr(builtins, name) else ""
