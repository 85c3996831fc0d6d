using System.Text.RegularExpressions;

namespace Sheaf.Replica.Text;

/// <summary>
/// An author's name taken apart the way arXiv does it (field guide 10): the last word is the surname, with the particles arXiv knows; its
/// mistakes are kept.
/// </summary>
internal sealed partial record PersonName(string Forenames, string Surname, string Suffix)
{
    private static readonly HashSet<string> s_particles = new(
        ["van", "der", "de", "la", "von", "del", "della", "da", "mac", "ter", "dem", "di", "vaziri"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the name stands for a group of people.</summary>
    public bool IsCollaboration { get; private init; }

    /// <summary><c>Specimen Jr., Ada</c>, as in citation_author.</summary>
    public string LastFirst => (Surname + (Suffix.Length > 0 ? " " + Suffix : ""), Forenames) is var (last, first) && first.Length > 0
        ? $"{last}, {first}"
        : last;

    /// <summary>As in the Atom feed, which forgets the suffix and begins a one-word name with a space.</summary>
    public string AtomName => $"{Forenames} {Surname}";

    /// <summary>
    /// A name as in the addresses of arXiv's author search: <c>van+der+Berg,+J</c>. That is another taking-apart than the one above: only
    /// spaces part words (<c>M.C. Nucci</c> is Nucci, M), and the surname begins at the first particle.
    /// </summary>
    public static string SearchQuery(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var collaboration = Array.FindIndex(words, word => Collaborations().IsMatch(word));
        if (collaboration >= 0)
        {
            // It is looked for by what comes before, and in the singular.
            return string.Join('+', words[..collaboration].Append(words[collaboration].TrimEnd('s')).Select(Html.Percent));
        }

        words = words.Length > 1 && GenerationalSuffix().IsMatch(words[^1]) ? words[..^1] : words;
        var particle = Array.FindIndex(words, s_particles.Contains);
        var surnameAt = particle > 0 ? particle : words.Length - 1;
        var surname = string.Join('+', words[surnameAt..].Select(Html.Percent));
        return surnameAt == 0 ? surname : $"{surname},{string.Concat(words[..surnameAt].Select(word => $"+{Html.Percent(word[..1])}"))}";
    }

    public static PersonName Parse(string name)
    {
        if (Collaboration().IsMatch(name))
        {
            return OfCollaboration(name);
        }

        var words = AfterDot().Replace(name, ". ").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var suffix = words.Length > 1 && GenerationalSuffix().IsMatch(words[^1]) ? words[^1] : "";
        if (suffix.Length > 0)
        {
            words = words[..^1];
        }

        // arXiv looks for particles only in names without a suffix, and keeps two of them at most.
        var surnameAt = words.Length - 1;
        while (suffix.Length == 0 && surnameAt > 1 && words.Length - surnameAt < 3 && s_particles.Contains(words[surnameAt - 1]))
        {
            surnameAt--;
        }

        return new PersonName(string.Join(' ', words[..surnameAt]), string.Join(' ', words[surnameAt..]), suffix);
    }

    private static PersonName OfCollaboration(string name)
    {
        if (!name.StartsWith("for the ", StringComparison.OrdinalIgnoreCase))
        {
            return new PersonName("", name, "") { IsCollaboration = true };
        }

        // "for the WIDGET Collaboration" is filed under C.
        var last = name.LastIndexOf(' ');
        return new PersonName(name[..last], name[(last + 1)..], "") { IsCollaboration = true };
    }

    [GeneratedRegex(@"\bcollaboration\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Collaboration();

    [GeneratedRegex(@"\Acollaborations?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Collaborations();

    [GeneratedRegex(@"\.(?=[^\s.])")]
    private static partial Regex AfterDot();

    [GeneratedRegex(@"\A(?:I|II|III|IV|V|Jr\.?|Sr\.?)\z")]
    private static partial Regex GenerationalSuffix();
}
