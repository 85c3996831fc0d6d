using System.Diagnostics.CodeAnalysis;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// An identifier and, where one was named, a version of it: <c>2405.00208v3</c>. Without a version it means the most recent one.
/// </summary>
/// <param name="Identifier">The e-print.</param>
/// <param name="Version">The version named, from 1; null when none was.</param>
public readonly record struct EprintReference(ArxivIdentifier Identifier, int? Version)
{
    /// <summary>
    /// Reads one identifier as arXiv's own parser does (field guide 1.2): with or without <c>arXiv:</c>, a version, a file suffix,
    /// a subject class or a wrong case of the archive. Stricter on purpose in one point: a sequence number of the wrong width for
    /// its era is refused, because padding it, as arXiv does, silently names another paper (field guide 1.1).
    /// Links and DOIs are read by <see cref="IdentifierFinder"/>.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EprintReference reference) =>
        IdentifierGrammar.Read(text ?? "", out reference) is null;

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text is not an identifier; the message says why.</exception>
    public static EprintReference Parse(string text) =>
        TryParse(text, out var reference)
            ? reference
            : throw new FormatException($"'{text}' is not an arXiv identifier: {ExplainMalformed(text)}.");

    /// <summary>
    /// Why <see cref="IdentifierFinder.TryReadReference"/> refuses a text: one sentence, without its first capital and its full stop, that
    /// can follow "is not an arXiv identifier: ".
    /// </summary>
    public static string ExplainMalformed(string text) => IdentifierFinder.Explain(text);

    /// <summary>The canonical text, with the version if one is named.</summary>
    public override string ToString() => Version is { } version ? $"{Identifier}v{version}" : Identifier.ToString();
}
