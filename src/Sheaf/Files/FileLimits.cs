namespace Sheaf.Files;

/// <summary>
/// The most bytes that files of each kind may have. A larger one is not what it is taken for, and is refused before it fills the memory: a link
/// may lead to a device that never ends. What arXiv answers has limits of its own, where it is read.
/// </summary>
internal static class FileLimits
{
    /// <summary>An editor's own list, and whatever stands in the same folders: a list of every paper that arXiv has would fit. 128 MB.</summary>
    public const int OwnList = 128 << 20;

    /// <summary>Somebody else's list, and a past issue: they may be of any format, whose readers need several times their size. 50 MB.</summary>
    public const int ForeignList = 50 << 20;

    /// <summary>A draft, of which three versions are compared at once; a template writes no more either. 64 MB.</summary>
    public const int Draft = 64 << 20;

    /// <summary>The files of refused papers and of papers for later: references only. 16 MB.</summary>
    public const int SetAside = 16 << 20;

    /// <summary>Settings, and a template: what one person writes by hand. 1 MB.</summary>
    public const int HandWritten = 1 << 20;

    /// <summary>The name of a draft's style, which may be the path of a template. 4 kB.</summary>
    public const int StyleName = 1 << 12;
}
