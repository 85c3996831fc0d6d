using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists.Import;

namespace Sheaf.Checking;

/// <summary>One file of the workspace that is checked, or that a check looks into.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">The path as a person would write it.</param>
/// <param name="Kind">What kind of list it is.</param>
/// <param name="Month">The issue it is of by its name; null where the papers decide.</param>
/// <param name="Content">Its bytes as they were read.</param>
/// <param name="Claims">What it claims, in the order of its lines.</param>
public sealed record CheckedFile(string Path, string Name, FileKind Kind, Month? Month, ReadOnlyMemory<byte> Content, IReadOnlyList<Claim> Claims)
{
    /// <summary>Of a draft, what Sheaf last wrote there; null where that is not known.</summary>
    public ReadOnlyMemory<byte>? Base { get; init; }

    /// <summary>What it is called whatever the current folder is: <c>curated/2024-04.md</c>.</summary>
    internal string Place => $"{Kind.ToString().ToLowerInvariant()}/{System.IO.Path.GetFileName(Path)}";
}

/// <summary>What a file of the workspace is to its editor.</summary>
public enum FileKind
{
    Curated,
    Draft,
    Published,
}
