namespace Sheaf.Files;

/// <summary>
/// The most bytes that files of each kind may have. A larger one is not what it is taken for, and is refused before it fills the memory: a
/// link may lead to a device that never ends. What arXiv answers has limits of its own, where it is read.
/// </summary>
internal static class FileLimits
{
    /// <summary>128 MB: an editor's own list, and what stands beside it. A list of every paper that arXiv has would fit.</summary>
    public const int OwnList = 128 << 20;

    /// <summary>
    /// 50 MB: somebody else's list, and a past issue. They may be of any format, whose readers need several times their size.
    /// </summary>
    public const int ForeignList = 50 << 20;

    /// <summary>64 MB: a draft, of which three versions are compared at once. A template writes no more either.</summary>
    public const int Draft = 64 << 20;

    /// <summary>16 MB: the files of refused papers and of papers for later, which are references only.</summary>
    public const int SetAside = 16 << 20;

    /// <summary>8 MB: the votes of a month, to which each vote adds a line.</summary>
    public const int Ballot = 8 << 20;

    /// <summary>1 MB: settings, and a template, which one person writes by hand.</summary>
    public const int HandWritten = 1 << 20;

    /// <summary>4 kB: the name of a draft's style, which may be the path of a template.</summary>
    public const int StyleName = 1 << 12;
}
