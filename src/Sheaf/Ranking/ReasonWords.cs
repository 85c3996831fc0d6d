namespace Sheaf.Ranking;

/// <summary>
/// Which words of a paper say why it is suggested: not those that any paper has, and not the name that the paper gives its own work.
/// </summary>
internal static class ReasonWords
{
    /// <summary>
    /// Words of reporting and of any experiment. They may weigh in a ranking, as they tell fields apart; a person learns nothing from them.
    /// </summary>
    private static readonly HashSet<string> Fillers =
    [
        .. """
            ability able abstract academic access according account accuracy accurate achieve achieved achieves achieving additional
            address addresses addressing advance advanced advances advantage aim aims algorithm algorithms allow allowing allows amount
            analyses analysis analyze analyzing application applications applied apply applying approach approaches appropriate area
            areas art aspect aspects assess assume author authors available average avoid baseline baselines based basic benchmark
            benchmarks benefit benefits best better big boost bring build building built called capabilities capability capable capture
            captures carefully case cases cause certain challenge challenges challenging change changes characteristics choice choose
            class clear close code collect collected collection combination combine combined combining common commonly community compare
            compared comparing comparison competitive complete complex complexity component components comprehensive compute computing
            concept conclusion condition conditions conduct conducted consider considered consistent consistently construct contain
            contains context contrast contribute contribution contributions control cost costs cover create created critical crucial
            current currently data dataset datasets date deal demand demonstrate demonstrated demonstrates demonstrating depend describe
            described design designed detail detailed details determine develop developed developing development difference differences
            different difficult difficulty direct directly discuss distinct diverse drop easily easy effect effective effectively
            effectiveness effects efficiency efficient efficiently effort efforts emerge emerged emerging employ enable enabled enables
            enabling end enhance enhanced enhances enhancing ensure entire environment error errors essential establish evaluate
            evaluated evaluating evaluation evaluations evidence examine example examples existing expect experiment experimental
            experiments explain explore explored explores exploring extend extended extensive extra fact factor factors fail field
            fields figure final finally find finding findings five flexible focus focused focuses focusing follow following form four
            framework frameworks full fully function functions fundamental future gain gains gap general generally given gives giving
            goal goals good great group groups guide handle hard help helps high higher highest highlight highly hope human hypothesis
            idea ideas identify identified identifies impact implement implementation implications important impressive improve improved
            improvement improvements improves improving include included includes including increase increased increases increasing
            increasingly independent individual influence information informed initial input inputs insight insights inspired instance
            interest interesting introduce introduced introduces introducing introduction investigate investigated investigates
            investigation involve issue issues key kind know known lack large larger largest lead leading leads level levels leverage
            leverages leveraging limit limitation limitations limited limits list little long look low lower main maintain maintaining
            major manner mean means measure measures mechanism mechanisms meet method methodology methods metric metrics model modeling
            models modern modest multiple name named natural nature necessary need needed needs new newly note notable novel number
            numbers numerous objective obtain obtained offer offering offers open order original outcome outcomes outperform
            outperforming outperforms output outputs overall overcome overview paper papers paradigm parameter parameters part
            particular particularly parts past people perform performance performances performed performing performs person pick picked
            picking picks place play plays point points poor popular pose possible potential potentially power powerful practical
            practice precise precisely predict present presented presenting presents prevalent previous previously primarily primary
            principle principled prior problem problems procedure process processes processing produce produced produces program project
            promise promising proper properties property propose proposed proposes proposing prove proven provide provided provides
            providing public publicly publish published purpose put quality quantitative quantity question questions range rapid rapidly
            rate rates raw reach real reason recent recently reduce reduced reduces reducing regarding relate related relation relative
            release released relevant reliable rely remain remaining remains report reported reports represent require required
            requirements requires requiring research researchers respect respectively result resulting results reveal reveals review
            rich right robust role run running sample samples scenario scenarios scheme scope score scores section select selected
            selection sense serve set sets setting settings setup share short shown shows side significant significantly similar
            similarly simple simply simultaneously single situation size sizes small smaller solid solution solutions solve solving
            source sources special specific specifically stage stages standard start state states step steps strategies strategy strong
            stronger structure studied studies study studying substantial substantially success successful successfully suffer suggest
            suggests suitable summarize superior support supports survey system systematic systematically systems table tackle take
            taken takes target task tasks team technique techniques technology term terms test tested testing tests text textit theory
            thing things third three time times today tool tools top total traditional train trained training trial trials true try turn
            type types typical typically understand understanding unified unique unlike unseen useful user users usual utilize utilizes
            utilizing valuable value values variant variants variety various vary version versions view wall want way ways weak wide
            widely word words work works world year years yield yields yielding zero
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>
    /// The words of the name that a title gives to its work: <c>OpenELM: An Efficient …</c>, <c>Phi-3 Technical Report</c>; empty where it
    /// gives none.
    /// </summary>
    public static IReadOnlySet<string> OwnName(string title)
    {
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        var head = (colon < 0 ? title : title[..colon]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> named = colon > 0 && head.Length == 1 ? head
            : colon > 0 && head.Length <= 3 ? head.Where(IsCoined)
            : head.Take(1).Where(IsCoined);
        return named.SelectMany(Words).ToHashSet();
    }

    /// <summary>Whether a word, or two side by side, tells a person something.</summary>
    /// <param name="key">Words as <see cref="WordScan"/> reads them, parted by blanks.</param>
    /// <param name="ownName">From <see cref="OwnName"/>.</param>
    public static bool Tells(string key, IReadOnlySet<string> ownName)
    {
        var words = key.Split(' ');
        return !words.All(Fillers.Contains) && !words.Any(ownName.Contains);
    }

    /// <summary>Capitals within the word, or digits among its letters: nobody writes a word of the language so.</summary>
    private static bool IsCoined(string word)
    {
        var letters = word.AsSpan().Trim("()[]{}$,.'\"");
        var hasSmall = letters.ContainsAnyInRange('a', 'z');
        return (hasSmall && letters.Length > 1 && letters[1..].ContainsAnyInRange('A', 'Z') && !letters.Contains('-'))
            || ((hasSmall || letters.ContainsAnyInRange('A', 'Z')) && letters.ContainsAnyInRange('0', '9'));
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var scan = new WordScan(text, stackalloc char[WordScan.Room]);
        while (scan.MoveNext())
        {
            words.Add(scan.Word.ToString());
        }

        return words;
    }
}
