namespace Sheaf.Drafts.Sentences;

/// <summary>The phrases that the cues are known by, as stems.</summary>
internal static class CuePhrases
{
    private const string Propose = "propose present introduce describe develop design devise formulate build construct provide offer";
    private const string Show = "show demonstrate prove find observe establish reveal report";
    private const string Study = "study investigate examine analyze analyse explore consider address revisit argue suggest evaluate compare tackle focus aim";
    private const string Paper = "paper work article study letter thesis research";

    private static readonly (Cue Cue, bool Opens, string Phrases)[] Table =
    [
        (Cue.We, false, "we"), (Cue.Our, false, "our"), (Cue.Proposed, false, "proposed"), (Cue.Novel, false, "novel|new"),
        (Cue.Contrast, false, "however|unfortunately|but|yet|although|despite|while|though"),
        (Cue.OpensWithContrast, true, "however|unfortunately|but|yet|although|despite|while|though|nevertheless"),
        (Cue.Experiment, false, "experiment|experimental|empirical|empirically|results|evaluate|evaluation|dataset|benchmark"),
        (Cue.Better, false, "outperform|state of the art|sota|improve|improvement|achieve"),
        (Cue.Named, false, "called|termed|dubbed|named|namely"), (Cue.That, false, "that"), (Cue.Which, false, "which"),
        (Cue.Background, false, "recent|recently|existing|previous|prior|traditional|often|typically|usually|commonly|widely|increasingly"),
        (Cue.OpensAsSequel, true, "moreover|furthermore|in addition|additionally|finally|also|further|besides|for example|for instance|then|second|secondly|lastly"),
        (Cue.OpensWithFirst, true, "first|firstly"),
        (Cue.OpensAsDetail, true, "specifically|in particular|more specifically|concretely|more precisely|that is"),
        (Cue.OpensWithAim, true, "to address|to tackle|to overcome|to solve|to this|to alleviate|to mitigate|to bridge|to remedy|to achieve|to do|motivated|inspired|based on|building on"),
        (Cue.OpensWithThis, true, "this|these|it|they|such|that|those|its|their"),
        (Cue.Hence, false, "thus|therefore|hence|consequently|as a result"), (Cue.Here, false, "here"),
        (Cue.Address, false, "http|https|github|code|available"), (Cue.Can, false, "can|may|could"), (Cue.Is, false, "is|are|has|have"),
        (Cue.HasBeen, false, "has been|have been"),
        (Cue.Problem, false, "important|challenging|difficult|challenge|problem|crucial|essential|key|popular|success|successful"),
        (Cue.ToDo, false, "to learn|to train|to improve|to generate|to reduce|to solve|to model|to predict"),
        (Cue.Theory, false, "theoretical|theoretically|theorem|prove|proof|bound|convergence|guarantee"),
        (Cue.Conclusion, false, "conclude|conclusion|suggest|indicate|finding|implies"),
        (Cue.By, false, "by|via|through|using"),
    ];

    private static readonly Dictionary<string, List<(Cue Cue, bool Opens, string[] Words)>> ByFirstWord = Phrases()
        .GroupBy(phrase => phrase.Words[0])
        .ToDictionary(group => group.Key, group => group.ToList());

    /// <summary>The words on which a word's place in a summary is seen to depend: those of saying what was done.</summary>
    public static bool IsReporting(string stem) => Verbs.ContainsKey(stem);

    /// <summary>The cues of reporting verbs, by stem.</summary>
    private static readonly Dictionary<string, Cue> Verbs = Stems(Propose).Select(stem => (stem, Cue: Cue.WePropose))
        .Concat(Stems(Show).Select(stem => (stem, Cue: Cue.WeShow))).Concat(Stems(Study).Select(stem => (stem, Cue: Cue.WeStudy)))
        .DistinctBy(pair => pair.stem).ToDictionary(pair => pair.stem, pair => pair.Cue);

    private static readonly HashSet<string> Papers = [.. Stems(Paper)];
    private static readonly HashSet<string> Methods =
        [.. Stems("method approach model framework algorithm results experiments analysis technique architecture system")];

    private static readonly HashSet<string> Adverbs = [.. Stems("also first then here thus therefore further next now instead")];
    private static readonly HashSet<string> Sequels = [.. Stems("also further additionally then next finally")];

    /// <summary>The cues that the word at a place begins.</summary>
    /// <param name="words">The sentence as stems.</param>
    /// <param name="at">The place.</param>
    public static ulong At(ReadOnlySpan<string> words, int at)
    {
        var cues = 0UL;
        if (ByFirstWord.TryGetValue(words[at], out var phrases))
        {
            foreach (var phrase in phrases)
            {
                cues |= (at == 0 || !phrase.Opens) && words[at..].StartsWith(phrase.Words) ? Bit(phrase.Cue) : 0;
            }
        }

        return cues | words[at] switch
        {
            "we" => AfterWe(words[(at + 1)..]),
            "thi" or "this" or "our" => AfterThis(words, at),
            _ => 0,
        };
    }

    public static ulong Bit(Cue cue) => 1UL << (int)cue;

    private static ulong AfterWe(ReadOnlySpan<string> words)
    {
        var cues = words.IsEmpty ? 0 : words[0] == "first" ? Bit(Cue.WeFirst) : Sequels.Contains(words[0]) ? Bit(Cue.WeAlso) : 0;
        while (!words.IsEmpty && (Adverbs.Contains(words[0]) || words[0].EndsWith("li", StringComparison.Ordinal)))
        {
            words = words[1..];
        }

        return cues | (!words.IsEmpty && Verbs.TryGetValue(words[0], out var cue) ? Bit(cue) : 0);
    }

    private static ulong AfterThis(ReadOnlySpan<string> words, int at)
    {
        var next = at + 1 < words.Length ? words[at + 1] : "";
        var cues = words[at] == "our" && (Methods.Contains(next) || (at + 2 < words.Length && Methods.Contains(words[at + 2]))) ? Bit(Cue.OurMethod) : 0;
        return !Papers.Contains(next) ? cues
            : cues | Bit(Cue.ThisPaper) | (at > 0 && words[at - 1] is "in" or "within" or "through" ? Bit(Cue.InThisPaper) : 0);
    }

    private static IEnumerable<(Cue Cue, bool Opens, string[] Words)> Phrases() =>
        from line in Table
        from phrase in line.Phrases.Split('|')
        select (line.Cue, line.Opens, Stems(phrase));

    private static string[] Stems(string words) => [.. words.Split(' ').Select(StemOf)];

    private static string StemOf(string word) => word.Length > 3 ? PorterStem.Of(word) : word;
}
