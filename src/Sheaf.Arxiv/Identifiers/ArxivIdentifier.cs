using System.Diagnostics.CodeAnalysis;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// The canonical identifier of one e-print, without a version: <c>2405.00208</c>, <c>0706.0001</c> or <c>hep-th/9901001</c>
/// (field guide 1.1). An impossible identifier cannot exist; <c>default</c> is no identifier and must not be used.
/// </summary>
/// <remarks>
/// Ordered by the ordinal order of its canonical text, which for identifiers of the scheme in use since April 2007
/// is the order in which arXiv gave them out.
/// </remarks>
public readonly record struct ArxivIdentifier : IComparable<ArxivIdentifier>
{
    private readonly string? _text;

    internal ArxivIdentifier(string canonical, Month announced)
    {
        _text = canonical;
        AnnouncedIn = announced;
    }

    /// <summary>The month coded in the identifier: that of its announcement, not of its submission (field guide 8.2).</summary>
    public Month AnnouncedIn { get; }

    /// <summary>Whether it is of the scheme <c>archive/YYMMNNN</c>, in use until March 2007.</summary>
    public bool IsOldScheme => ToString().Contains('/');

    /// <summary>The archive of an old identifier (<c>hep-th</c>); null for the new scheme, which names none.</summary>
    public string? Archive => ToString().IndexOf('/') is > 0 and var slash ? ToString()[..slash] : null;

    /// <summary>
    /// Reads an identifier that names no version, in any spelling arXiv itself accepts; see <see cref="EprintReference.TryParse"/>.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ArxivIdentifier identifier)
    {
        var read = EprintReference.TryParse(text, out var reference) && reference.Version is null;
        identifier = read ? reference.Identifier : default;
        return read;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text is not an identifier without version.</exception>
    public static ArxivIdentifier Parse(string text) =>
        TryParse(text, out var identifier) ? identifier : throw new FormatException($"'{text}' is not an arXiv identifier.");

    public int CompareTo(ArxivIdentifier other) => string.CompareOrdinal(_text, other._text);

    public static bool operator <(ArxivIdentifier left, ArxivIdentifier right) => left.CompareTo(right) < 0;

    public static bool operator >(ArxivIdentifier left, ArxivIdentifier right) => left.CompareTo(right) > 0;

    public static bool operator <=(ArxivIdentifier left, ArxivIdentifier right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ArxivIdentifier left, ArxivIdentifier right) => left.CompareTo(right) >= 0;

    /// <summary>The canonical text.</summary>
    public override string ToString() => _text ?? throw new InvalidOperationException("A default ArxivIdentifier names no e-print.");
}
