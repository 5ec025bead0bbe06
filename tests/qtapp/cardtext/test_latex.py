import pytest

from qtapp.cardtext.latex import MAX_DEPTH, MAX_LENGTH, simplified


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"\operatorname{Var}(X)", r"\operatorname{Var}(X)"),
        (r"\operatorname*{arg\,max}_k p", "\\operatorname*{arg\u00a0max}_k p"),
        (r"\operatorname{\mathrm{ReLU}}", r"\operatorname{ReLU}"),
        (r"\begin{align}a&=b\end{align}", r"\begin{align*}a&=b\end{align*}"),
        (r"x=1\tag{1}\label{eq:x}", "x=1"),
        (r"x\not=y", r"x\neq y"),
        (r"x \not\in A", r"x \notin  A"),
        ("  x ", "x"),
    ],
)
def test_dialect_of_the_converter(written: str, meant: str) -> None:
    assert simplified(written) == meant


@pytest.mark.parametrize(
    "latex", ["", "  ", "x" * (MAX_LENGTH + 1), "{" * (MAX_DEPTH + 1) + "}" * (MAX_DEPTH + 1)]
)
def test_what_cannot_be_a_formula_is_refused(latex: str) -> None:
    with pytest.raises(ValueError, match="formula"):
        simplified(latex)
