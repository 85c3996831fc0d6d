namespace Sheaf.Drafts.Sentences;

/// <summary>One word, as its stem, in an abstract and its title.</summary>
/// <param name="stem">The stem.</param>
/// <param name="known">Its number in the lexicon; -1 where that does not have it.</param>
/// <param name="isCommon">Whether it carries no meaning of its own.</param>
/// <param name="rarity">0 for a word of all abstracts; about 7.6 for a word of none.</param>
public sealed class ReadWord(string stem, int known, bool isCommon, double rarity)
{
    public string Stem => stem;

    public int Known => known;

    public bool IsCommon => isCommon;

    public double Rarity => rarity;

    /// <summary>In the abstract.</summary>
    public int Count { get; set; }

    /// <summary>The sentences that have it, in order, each once.</summary>
    public List<int> Sentences { get; } = [];

    /// <summary>Its first place among the words of the title; -1 where that lacks it.</summary>
    public int TitlePlace { get; set; } = -1;

    public bool IsAcronym { get; set; }

    /// <summary>How many words after a reporting verb of the authors, at the nearest; 0 where it never is.</summary>
    public int AfterVerb { get; set; }

    /// <summary>Whether a meaningful word of the title comes before it somewhere in the abstract.</summary>
    public bool FollowsTitleWord { get; set; }

    /// <summary>Whether a meaningful word of the title comes after it somewhere in the abstract.</summary>
    public bool LeadsToTitleWord { get; set; }
}
