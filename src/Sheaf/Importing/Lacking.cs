namespace Sheaf.Importing;

/// <summary>Papers that earlier snapshots brought and this one does not have, but for those that were told to be gone before.</summary>
/// <param name="Count">How many.</param>
/// <param name="Papers">The first <see cref="MostNamed"/> of them, in their order.</param>
/// <param name="Doubt">Why they need not be gone from arXiv.</param>
/// <param name="GoneBefore">Papers that are still lacking and were told before.</param>
internal sealed record Lacking(int Count, IReadOnlyList<string> Papers, Doubt Doubt, int GoneBefore)
{
    /// <summary>Of the papers the first so many are named.</summary>
    public const int MostNamed = 1000;

    /// <summary>How many are gone; null where the file does not tell.</summary>
    public int? Gone => Doubt == Doubt.None ? Count : null;
}

/// <summary>Why a paper may be in no line of a file and yet not gone from arXiv.</summary>
internal enum Doubt
{
    /// <summary>The file is a whole, newer snapshot, as far as can be told.</summary>
    None,

    /// <summary>The last line is no whole one, or the compressed data breaks off.</summary>
    CutOff,

    /// <summary>Some lines could not be read and may be theirs.</summary>
    NamelessLines,

    /// <summary>The latest submission is earlier than that of an earlier snapshot.</summary>
    Older,

    /// <summary>So many are lacking, or so many of one month: an excerpt, or what is new only.</summary>
    Part,
}
