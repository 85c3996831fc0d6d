using System.Collections.Frozen;
using Sheaf.Text;

namespace Sheaf.Drafts.Sentences;

/// <summary>The words by which the part of a sentence in its abstract is known.</summary>
internal static class Vocabulary
{
    private static readonly (WordKind Kind, string Words)[] Words =
    [
        (WordKind.Common, string.Join(' ', [.. LittleWords.OfAnyText, .. LittleWords.OfSentences, "another", "new", "novel", "three"])),
        (WordKind.We, "we i"), (WordKind.Our, "our my"),
        (WordKind.Paper, "paper work article study letter thesis dissertation report survey review tutorial book chapter note primer "
            + "lecture manuscript contribution research investigation project overview abstract piece"),
        (WordKind.Method, "method approach framework model algorithm technique architecture system pipeline strategy scheme solution "
            + "methodology tool toolkit dataset benchmark corpus network proposal design formulation agent"),
        (WordKind.Result, "result experiment finding evaluation simulation analysis analyse demonstration test experimentation"),
        (WordKind.Be, "is are was were be being remain has have had"),
        (WordKind.Modal, "can may could would might should must often"), (WordKind.Conjunction, "and by to then"),
        (WordKind.Pointer, "this these such"), (WordKind.Pronoun, "it they them its their he she his her itself themselves"),
        (WordKind.Aim, "aim goal objective purpose seek"),
        (WordKind.Contrast, "however unfortunately but yet although despite while though nevertheless whereas"),
        (WordKind.Background, "recent recently existing previous previously prior traditional traditionally conventional often typically "
            + "usually commonly widely increasingly current currently popular standard crucial essential vital imperative"),
        (WordKind.Outlook, "hope believe future promising envision anticipate pave direction implication underscore conclude discuss call "
            + "encourage inform opportunity potential highlight"),
        (WordKind.Remark, "hope believe expect wish envision anticipate refer call denote note remark thank recommend"),
        (WordKind.Code, "http https github code available publicly release released www"),
        (WordKind.Sequel, "also further furthermore additionally moreover besides finally lastly addition additional second secondly third "
            + "thirdly next another"),
        (WordKind.Means, "by via using based leveraging"),
    ];

    private static readonly (WordKind Kind, string Words)[] Verbs =
    [
        (WordKind.Introduce, "propose present introduce describe develop design devise formulate construct create establish contribute "
            + "build built provide offer release formalize derive define launch unify combine curate"),
        (WordKind.Find, "show shown demonstrate hypothesize assume prove find found observe reveal discover identify report confirm "
            + "argue conclude uncover suggest indicate illustrate posit characterize characterise resolve"),
        (WordKind.Study, "study investigate examine analyze analyse explore consider address revisit tackle focus probe use measure "
            + "quantify apply leverage review survey simulate model employ utilize adopt predict train collect implement extend"),
        (WordKind.Test, "evaluate compare assess conduct perform test benchmark validate verify experiment run discuss"),
    ];

    private static readonly FrozenDictionary<string, WordKind>.AlternateLookup<ReadOnlySpan<char>> All =
        Read().ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="word">In small letters.</param>
    public static WordKind Of(ReadOnlySpan<char> word) => All.TryGetValue(word, out var kind) ? kind : WordKind.None;

    private static Dictionary<string, WordKind> Read()
    {
        var all = new Dictionary<string, WordKind>();
        var forms = Verbs.Select(list => (list.Kind, Words: string.Join(' ', list.Words.Split(' ').Select(Forms))));
        foreach (var (kind, words) in Words.Concat(forms))
        {
            foreach (var word in words.Split(' '))
            {
                all[word] = all.GetValueOrDefault(word) | kind;
            }
        }

        return all;
    }

    private static string Forms(string verb)
    {
        var stem = verb.EndsWith('e') ? verb[..^1] : verb;
        return verb[^1] == 'y' && verb[^2] is not ('o' or 'e') ? $"{verb} {verb[..^1]}ied {verb}ing" : $"{verb} {stem}ed {stem}ing";
    }
}
