using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Languages;

namespace Sheaf.Settings;

/// <summary>Everything an operator can turn, with its default. The keys are those of <c>sheaf help settings</c>.</summary>
internal sealed class SheafSettings
{
    private ArxivOptions? _arxiv;

    /// <summary>The folder that holds everything of a user. Default <c>workspace</c> under the current folder.</summary>
    public string Workspace { get; set; } = "workspace";

    /// <remarks>Made when it is first looked at, as <see cref="ServeUrl"/> is: reading addresses takes longer than all else here.</remarks>
    public ArxivOptions Arxiv => _arxiv ??= new();

    /// <summary>Whether arXiv itself is asked, and not only a stand-in for it on this machine.</summary>
    public bool AsksArxiv => _arxiv is null || !_arxiv.AsksOnlyLoopback;

    /// <summary>
    /// One of <see cref="StyleName"/>, or the path of a person's template, from the workspace where it is not whole. Default:
    /// <c>roundup</c>.
    /// </summary>
    public string DraftStyle { get; set; } = StyleName.Roundup;

    /// <summary>Surnames shown before "et al." once there are five authors. Default 3.</summary>
    public int NamesShown { get; set; } = 3;

    /// <summary>
    /// How many papers a draft ends with that are on no list and that the editor may like. Default 0: there is no such part.
    /// </summary>
    public int DraftSuggestions { get; set; }

    /// <summary>How a draft looks beside its style.</summary>
    public LookSettings Look { get => field ??= new(); }

    /// <summary>
    /// A program with its arguments, run with one JSON object on standard input when a draft is ready or a run needs a person. Default
    /// empty: nobody is told.
    /// </summary>
    public string NotifyCommand { get; set; } = "";

    public ScheduleSettings Schedule { get; } = new();

    public SweepSettings Sweep { get => field ??= new(); }

    public PublishSettings Publish { get => field ??= new(); }

    public SignalSettings Signals { get => field ??= new(); }

    public DeskSettings Desk { get => field ??= new(); }

    /// <summary>Where the service listens for the desk and <c>/health</c>. Default <c>http://127.0.0.1:8017</c>.</summary>
    public Uri ServeUrl { get => field ??= new("http://127.0.0.1:8017"); set; }
}

/// <summary>An editor's own face of a draft.</summary>
internal sealed class LookSettings
{
    /// <summary>The title of an issue, one line of Liquid. Default null: the language's own.</summary>
    public string? Title { get; set; }

    /// <summary>What stands below the title, Markdown in Liquid. Default empty: nothing.</summary>
    public string Introduction { get; set; } = "";

    /// <summary>In which Sheaf's own words are. Default English.</summary>
    public DraftLanguage Language { get; set; } = DraftLanguages.English;

    /// <summary>Whether a sentence of the abstract is suggested where there is no note. Default true.</summary>
    public bool Sentences { get; set; } = true;

    /// <summary>
    /// Whether papers in lists of literature have the keys that a person would choose; by the identifier otherwise. Default true.
    /// </summary>
    public bool KeysOfPersons { get; set; } = true;
}

/// <summary>What a sweep brings home.</summary>
internal sealed class SweepSettings
{
    /// <summary>Everything in these is swept. Default none: nothing is.</summary>
    public CategorySelection Categories { get; set; } = CategorySelection.None;

    /// <summary>Default <see cref="SweepInterface.Auto"/>; another where one of arXiv's interfaces is out of order.</summary>
    public SweepInterface Interface { get; set; }
}

/// <summary>Through which of arXiv's interfaces a sweep goes.</summary>
internal enum SweepInterface
{
    /// <summary>Whichever needs fewer requests.</summary>
    Auto,

    /// <summary>The query API.</summary>
    Atom,

    /// <summary>OAI-PMH.</summary>
    Oai,
}
