using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Lists.Import;

namespace Sheaf.Checking;

/// <summary>A claim and the file it stands in.</summary>
public sealed record ClaimLocation(CheckedFile File, Claim Claim)
{
    /// <summary>Null where the reference is malformed.</summary>
    public ArxivIdentifier? Identifier => Claim.Reference.Reference?.Identifier;

    /// <summary>Whether it heads a section of a draft that treats its paper in depth: the paper keeps its line in the list beside it.</summary>
    internal bool IsInDepth => File.Kind == FileKind.Draft && (Claim.Starred || Claim.Section == DraftSection.InDepth);

    internal Finding Finding(string code, string message, Suggestion? suggestion = null) =>
        new(code, File.Name, Claim.Line, Identifier?.ToString(), message) { Suggestion = suggestion };

    /// <summary>As a person finds it from another place: by line alone within one file.</summary>
    internal string SeenFrom(ClaimLocation other) => other.File == File ? $"line {Claim.Line}" : $"{File.Name}, line {Claim.Line}";
}
