namespace Sheaf.Checking.Titles;

/// <summary>How a title that a list claims stands to a title that arXiv has. Everything but <see cref="Different"/> may be the same title.</summary>
public enum TitleMatch
{
    /// <summary>Another title.</summary>
    Different,

    /// <summary>One is part of the other: the subtitle dropped, the end cut off, the name alone, or names and a day after it.</summary>
    Part,

    /// <summary>The same but for slips, a word more or less, or an abbreviation.</summary>
    Near,

    /// <summary>The same letters and digits.</summary>
    Same,
}
