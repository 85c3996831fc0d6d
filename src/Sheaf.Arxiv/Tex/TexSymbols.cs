namespace Sheaf.Arxiv.Tex;

/// <summary>The macros of TeX that stand for one character and occur in titles and names.</summary>
internal static class TexSymbols
{
    private static readonly Dictionary<string, string> Letters = Read(
        """
        AA Å  aa å  AE Æ  ae æ  OE Œ  oe œ  O Ø  o ø  L Ł  l ł  ss ß  SS ẞ  i ı  j ȷ
        DH Ð  dh ð  DJ Đ  dj đ  TH Þ  th þ  NG Ŋ  ng ŋ  ETH Ð  eth ð
        """);

    // phi is the straight letter and varphi the curled one, as TeX prints them and arXiv's own converter has them.
    private static readonly Dictionary<string, string> Greek = Read(
        """
        alpha α  beta β  gamma γ  delta δ  epsilon ε  zeta ζ  eta η  theta θ  iota ι  kappa κ  lambda λ  mu μ
        nu ν  xi ξ  omicron ο  pi π  rho ρ  sigma σ  tau τ  upsilon υ  phi ϕ  chi χ  psi ψ  omega ω
        varepsilon ε  vartheta ϑ  varkappa ϰ  varpi ϖ  varrho ϱ  varsigma ς  varphi φ
        Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Xi Ξ  Pi Π  Sigma Σ  Upsilon Υ  Phi Φ  Psi Ψ  Omega Ω
        """);

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> LettersByName =
        Letters.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> GreekByName =
        Greek.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A letter that is no part of ASCII: <c>\o</c>; null for any other macro.</summary>
    public static string? FindLetter(ReadOnlySpan<char> name) => LettersByName.TryGetValue(name, out var letter) ? letter : null;

    /// <summary><c>\alpha</c>; null for any other macro.</summary>
    public static string? FindGreek(ReadOnlySpan<char> name) => GreekByName.TryGetValue(name, out var letter) ? letter : null;

    private static Dictionary<string, string> Read(string table) => table
        .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Chunk(2)
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
