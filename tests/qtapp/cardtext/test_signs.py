"""Formulas in one line. Expected texts are written by hand, as one would type them on one line."""

import pytest

from qtapp.cardtext.signs import in_signs


@pytest.mark.parametrize(
    ("latex", "signs"),
    [
        (r"\eta = 2", "η = 2"),
        (r"a = g(z)", "a = g(z)"),
        (r"z \in \mathbb{R}^n", "z ∈ ℝⁿ"),
        (r"0{,}5", "0,5"),
        (r"f(x, y) = -1", "f(x, y) = −1"),
        (r"a - b", "a − b"),
        (r"50\,176", "50\u202f176"),
        (r"\eta \, y \, x", "η y x"),
        (r"5 \bmod 2", "5 mod 2"),
        (r"\max(0, z)", "max(0, z)"),
        (r"\log x", "log x"),
        (r"\max |x|", "max |x|"),
        (r"\operatorname*{arg\,max}_i a_i", "arg maxᵢ aᵢ"),
        (r"\mathrm{MSE} = \mathrm{MSE}(w)", "MSE = MSE(w)"),
        (r"w \leftarrow 0 \quad \text{si } z > 0", "w ← 0 si z > 0"),
        (r"\{0, 1\}", "{0, 1}"),
        (r"(2\,; -1\,; 0)", "(2 ; −1 ; 0)"),
        (r"dZ^{[1]} = x W^{[1]}", "dZ^[1] = xW^[1]"),
        (r"\sum_i (x_i - 1)", "∑ᵢ (xᵢ − 1)"),
        (r"50\,\%", "50\u202f%"),
    ],
)
def test_signs_stand_as_far_apart_as_in_a_book(latex: str, signs: str) -> None:
    assert in_signs(latex) == signs


@pytest.mark.parametrize(
    ("latex", "signs"),
    [
        (r"\frac12", "1/2"),
        (r"-\frac{1}{2} x", "−1/2 x"),
        (r"\frac{\partial L}{\partial w}", "∂L/∂w"),
        (r"\frac{\partial L}{\partial w^{[1]}}", "∂L/∂w^[1]"),
        (r"\frac{da}{dz}", "da/dz"),
        (r"\frac{a+b}{c}", "(a + b)/c"),
        (r"\frac{2a}{2m}", "2a/(2m)"),
        (r"\frac{1}{1+e^{-z}}", "1/(1 + e⁻ᶻ)"),
        (r"\frac{1}{m} \sum_{i=1}^{m} x_i", "1/m ∑ᵢ₌₁ᵐ xᵢ"),
        (r"\frac{\sigma(x)}{f(y)}", "σ(x)/(f(y))"),
        (r"\frac{(a - y)}{(b)(c)}", "(a − y)/((b)(c))"),
        (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
        (r"\frac{50\,176}{0{,}5}", "50\u202f176/0,5"),
        (r"\frac{\max_i x_i}{\sum_i x_i}", "(maxᵢ xᵢ)/(∑ᵢ xᵢ)"),
        (r"\frac{n_{\mathrm{in}}}{\sqrt{n}}", "nᵢₙ/√n"),
        (r"\frac{a}{b}, c", "a/b, c"),
        (r"\frac{y}{(1 + y)^2}", "y/(1 + y)²"),
        (r"\binom{n}{k}", "(n; k)"),
    ],
)
def test_a_fraction_keeps_its_bar(latex: str, signs: str) -> None:
    assert in_signs(latex) == signs


@pytest.mark.parametrize(
    ("latex", "signs"),
    [
        (r"x^2", "x²"),
        (r"x_i^2", "xᵢ²"),
        (r"w_{ij}", "wᵢⱼ"),
        (r"w_{i,j} x", "w_(i,j) x"),
        (r"e^{-z}", "e⁻ᶻ"),
        (r"10^{-3}", "10⁻³"),
        (r"2^{-\frac12}", "2^(−1/2)"),
        (r"W^\top x", "Wᵀx"),
        (r"W^{[l]\top} a^{[l-1]}", "W^[l]ᵀ a^[l−1]"),
        (r"z^{(i)}_j", "zⱼ⁽ⁱ⁾"),
        (r"f'(x)", "f′(x)"),
        (r"f^*", "f*"),
        (r"f_\theta(x)", "f_θ(x)"),
        (r"n_{\text{batch}}", "n_batch"),
        (r"(a + b)^2", "(a + b)²"),
        (r"{(ab)}^2", "(ab)²"),
        (r"{ab}^2", "(ab)²"),
        (r"\left(\frac{a}{b}\right)^2", "(a/b)²"),
        (r"{\frac{a}{b}}^2", "(a/b)²"),
        (r"\lim_{x \to 0} x", "lim_(x→0) x"),
        (r"\sqrt{2}", "√2"),
        (r"\sqrt{a + b}", "√(a + b)"),
        (r"\sqrt[3]{x}", "∛x"),
        (r"\sqrt[n]{ab}", "ⁿ√(ab)"),
        (r"\hat{y}_i", "ŷᵢ"),
        (r"\bar x + \tilde x + \overline{ab}", "x̄ + x̃ + a̅b̅"),
        (r"\underbrace{(a - y)}_{\partial E / \partial a} x", "(a − y)_(∂E/∂a) x"),
    ],
)
def test_scripts_roots_and_accents_are_written_as_unicode_has_them(latex: str, signs: str) -> None:
    assert in_signs(latex) == signs


@pytest.mark.parametrize(
    ("latex", "signs"),
    [
        (r"\begin{pmatrix} 1 & -2 \\ 3 & 4 \end{pmatrix}", "(1 −2; 3 4)"),
        (r"\begin{bmatrix} 1 \\ 0 \end{bmatrix}", "[1; 0]"),
        (
            r"\begin{cases} 1 & \text{si } z > 0 \\ 0 & \text{sinon} \end{cases}",
            "1 si z > 0; 0 sinon",
        ),
        (r"\begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}", "1, z > 0; 0, z ≤ 0"),
        (r"\begin{align} a &= 1 \\ b &= 2 \end{align}", "a = 1; b = 2"),
    ],
)
def test_rows_stand_side_by_side(latex: str, signs: str) -> None:
    assert in_signs(latex) == signs


@pytest.mark.parametrize("latex", ["", r"\frac{", r"\frec{a}{b}", "x" * 5000])
def test_what_cannot_be_read_stays(latex: str) -> None:
    assert in_signs(latex) == latex
