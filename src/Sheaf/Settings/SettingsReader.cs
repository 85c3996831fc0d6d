using System.Collections;
using System.Globalization;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Languages;
using Sheaf.Programs;
using Sheaf.Text;

namespace Sheaf.Settings;

/// <summary>
/// Reads the settings in their order, later wins: built in, <c>appsettings.json</c> beside the program (section <c>Sheaf</c>),
/// <c>sheaf.json</c> in the workspace, environment (<c>Sheaf__Arxiv__ApiBase</c>), <c>--set Key=Value</c>, <c>--workspace</c>.
/// Every key and every value is checked here, so that nothing misspelt is silently ignored.
/// </summary>
internal static class SettingsReader
{
    private static readonly Dictionary<string, Action<SheafSettings, string>> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Workspace"] = (s, v) => s.Workspace = v.Length > 0 ? v : throw new FormatException("the name of a folder"),
        ["Contact"] = (s, v) => s.Arxiv.Contact = v,
        ["Arxiv:ApiBase"] = (s, v) => s.Arxiv.ApiBase = Address(v),
        ["Arxiv:OaiBase"] = (s, v) => s.Arxiv.OaiBase = Address(v),
        ["Arxiv:SiteBase"] = (s, v) => s.Arxiv.SiteBase = Address(v.EndsWith('/') ? v : v + "/"),
        ["Arxiv:ApiInterval"] = (s, v) => s.Arxiv.ApiInterval = Duration(v),
        ["Arxiv:PageInterval"] = (s, v) => s.Arxiv.PageInterval = Duration(v),
        ["Arxiv:BackOff"] = (s, v) => s.Arxiv.BackOff = Duration(v),
        ["Arxiv:BatchSize"] = (s, v) => s.Arxiv.BatchSize = Whole(v),
        ["Arxiv:RefreshAfter"] = (s, v) => s.Arxiv.RefreshAfter = Duration(v),
        ["Notify:Command"] = (s, v) => s.NotifyCommand = ProgramLine.Parse(v) is null ? "" : v,
        ["Sweep:Categories"] = (s, v) => s.Sweep.Categories = CategorySelection.Parse(v),
        ["Sweep:Interface"] = (s, v) => s.Sweep.Interface = Interface(v),
        ["Schedule:Harvest"] = (s, v) => s.Schedule.Harvest = Cron(v),
        ["Schedule:Draft"] = (s, v) => s.Schedule.Draft = Cron(v),
        ["Schedule:TimeZone"] = (s, v) => s.Schedule.TimeZone = Zone(v),
        ["Serve:Url"] = (s, v) => s.ServeUrl = ServeAddress.Parse(v),
        ["Desk:Access"] = (s, v) => s.Desk.Access = Access(v),
        ["Desk:Password"] = (s, v) => s.Desk.Password = v.Length == 0 ? null : PasswordHash.Parse(v),
        ["Desk:ProxyHeader"] = (s, v) => s.Desk.ProxyHeader = DeskSettings.ParseHeader(v),
        ["Desk:TrustedProxies"] = (s, v) => s.Desk.TrustedProxies = DeskSettings.ParseNetworks(v),
        ["Desk:Hosts"] = (s, v) => s.Desk.Hosts = DeskSettings.ParseHosts(v),
        ["Draft:Style"] = (s, v) => s.DraftStyle = StyleName.All.Contains(v) || StyleName.IsFile(v)
            ? v
            : throw new FormatException($"a style: {string.Join(", ", StyleName.All)}, or the path of a template"),
        ["Draft:Suggestions"] = (s, v) => s.DraftSuggestions = Whole(v) is var n and <= 100
            ? n
            : throw new FormatException("a number up to 100"),
        ["Publish:Command"] = (s, v) => s.Publish.Command = ProgramLine.Parse(v) is null ? "" : v,
        ["Publish:Formats"] = (s, v) => s.Publish.TakeFormats(v),
        ["Publish:FrontMatter"] = (s, v) => s.Publish.FrontMatter = FrontMatter(v),
        ["Publish:SiteTitle"] = (s, v) => s.Publish.SiteTitle = PlainLine.Of(v) is { Length: > 0 } title
            ? title
            : throw new FormatException("a title"),
        ["Publish:SiteUrl"] = (s, v) => s.Publish.SiteUrl = v.Length == 0 ? null : Address(v.EndsWith('/') ? v : v + "/"),
        ["Signals:Sources"] = (s, v) => s.Signals.TakeSources(v),
        ["Signals:HuggingFaceBase"] = (s, v) => s.Signals.HuggingFaceBase = SafeAddress(v.EndsWith('/') ? v : v + "/"),
        ["Draft:Title"] = (s, v) => s.Look.Title = v.Length > 0 ? v : null,
        ["Draft:Introduction"] = (s, v) => s.Look.Introduction = v,
        ["Draft:Language"] = (s, v) => s.Look.Language = DraftLanguages.Find(v)
            ?? throw new FormatException($"a language: {string.Join(", ", DraftLanguages.All.Select(language => language.Code))}"),
        ["Draft:Sentences"] = (s, v) => s.Look.Sentences = YesOrNo(v),
        ["Export:KeyStyle"] = (s, v) => s.Look.KeysOfPersons = v.ToUpperInvariant() switch
        {
            "PERSON" => true,
            "ARXIV" => false,
            _ => throw new FormatException("a style of keys: person or arxiv"),
        },
        ["Draft:NamesShown"] = (s, v) => s.NamesShown = Whole(v) is var n and >= 1 and <= 100
            ? n
            : throw new FormatException("a number from 1 to 100"),
    };

    /// <exception cref="BadInputException">A file is not JSON, a key is unknown or a value cannot be used.</exception>
    public static (SheafSettings Settings, Workspace Workspace) Read(string? workspaceOption, IReadOnlyList<string> sets)
    {
        var beside = new Source(
            "appsettings.json beside the program", SettingsFile.Read(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));
        var environment = new Source("the environment", SettingsEnvironment.Read());
        var line = new Source("--set", [.. sets.Select(Split)]);
        var option = new Source("--workspace", workspaceOption is null ? [] : [new Setting("Workspace", workspaceOption)]);
        var settings = new SheafSettings();
        foreach (var source in new[] { beside, environment, line, option })
        {
            ApplyAll(settings, source with { Given = [.. source.Given.Where(one => one.IsWorkspace)] });
        }

        var workspace = new Workspace(settings.Workspace);
        Source[] sources = [beside, OwnOf(workspace), environment, line];
        foreach (var source in sources)
        {
            ApplyAll(settings, source);
        }

        settings.Workspace = workspace.Folder;
        if (sources.Any(source => source.Given.Any(one => one.IsOfArxiv)))
        {
            Validate(settings.Arxiv);
        }

        return (settings, workspace);
    }

    private static void Validate(ArxivOptions options)
    {
        var rules = new ArxivOptionsValidator().Validate(null, options);
        if (rules.Failed)
        {
            throw new BadInputException(rules.Failures.First());
        }
    }

    /// <summary>The file in the workspace may say everything but where the workspace is.</summary>
    private static Source OwnOf(Workspace workspace)
    {
        var given = SettingsFile.Read(workspace.SettingsFile);
        return given.Any(one => one.IsWorkspace)
            ? throw new BadInputException(
                $"{workspace.SettingsFile} lies in the workspace and cannot say where it is: take Workspace out of it.",
                workspace.SettingsFile)
            : new Source(workspace.SettingsFile, given);
    }

    private static void ApplyAll(SheafSettings settings, Source source)
    {
        foreach (var given in source.Given)
        {
            Apply(settings, given, source.Place);
        }
    }

    private static void Apply(SheafSettings settings, Setting given, string place)
    {
        var (key, value, variable) = given;
        var file = File.Exists(place) ? place : null;
        var where = place.StartsWith("--", StringComparison.Ordinal) ? $"given with {place}"
            : variable is not null ? $"in {place}, as {variable}"
            : $"in {place}";
        if (!Keys.TryGetValue(key, out var set))
        {
            throw new BadInputException($"There is no setting '{key}' ({where}); the keys are {string.Join(", ", Keys.Keys)}.", file);
        }

        try
        {
            set(settings, value);
        }
        catch (FormatException exception)
        {
            // What is to be run may hold a password: it is not repeated.
            throw new BadInputException(
                IsSecret(key)
                    ? $"{key} ({where}) is not {exception.Message}."
                    : $"{key} is '{value}' ({where}), which is not {exception.Message}.",
                file);
        }
    }

    private static bool IsSecret(string key) =>
        key.Equals("Notify:Command", StringComparison.OrdinalIgnoreCase)
            || key.Equals("Publish:Command", StringComparison.OrdinalIgnoreCase)
            || key.Equals("Desk:Password", StringComparison.OrdinalIgnoreCase);

    private static Setting Split(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new(pair[..equals].Trim(), pair[(equals + 1)..].Trim())
            : throw new BadInputException($"--set takes Key=Value, as in --set Arxiv:BatchSize=50; '{pair}' has no '='.");
    }

    private static Uri Address(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new FormatException("an http or https address");

    /// <summary>Of a host elsewhere: nobody on the way may read along or answer in its place.</summary>
    private static Uri SafeAddress(string value) =>
        Address(value) is { } address && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
            && address is { Query: "", Fragment: "", UserInfo: "" }
            ? address
            : throw new FormatException("an https address; http is for this machine only");

    private static TimeSpan Duration(string value) =>
        TimeSpan.TryParseExact(value, ["c", @"h\:mm\:ss", @"hh\:mm\:ss\.FFFFFFF"], CultureInfo.InvariantCulture, out var duration)
            && duration >= TimeSpan.Zero
            ? duration
            : throw new FormatException("a length of time; write three seconds as 00:00:03, thirty days as 30.00:00:00");

    private static int Whole(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException("a whole number");

    private static bool YesOrNo(string value) =>
        bool.TryParse(value, out var isYes) ? isYes : throw new FormatException("true or false");

    private static SweepInterface Interface(string value) => value.ToUpperInvariant() switch
    {
        "AUTO" => SweepInterface.Auto,
        "ATOM" => SweepInterface.Atom,
        "OAI" => SweepInterface.Oai,
        _ => throw new FormatException("an interface: auto, atom or oai"),
    };

    private static DeskAccessKind Access(string value) => value.ToUpperInvariant() switch
    {
        "AUTO" or "" => DeskAccessKind.Auto,
        "OPEN" => DeskAccessKind.Open,
        "OFF" => DeskAccessKind.Off,
        _ => throw new FormatException("a rule of access: auto, open or off"),
    };

    private static FrontMatterStyle FrontMatter(string value) => value.ToUpperInvariant() switch
    {
        "NONE" or "" => FrontMatterStyle.None,
        "HUGO" => FrontMatterStyle.Hugo,
        "JEKYLL" => FrontMatterStyle.Jekyll,
        "QUARTO" => FrontMatterStyle.Quarto,
        _ => throw new FormatException("a kind of front matter: none, hugo, jekyll or quarto"),
    };

    private static string Cron(string value) =>
        !CronSchedule.IsValid(value) ? throw new FormatException(
            "a cron expression of five fields, minute 0-59, hour 0-23, day 1-31, month 1-12 and weekday 0-7, such as 30 22 * * 0-4")
        : !CronSchedule.EverComes(value) ? throw new FormatException("a schedule that ever comes: there is no such day in such a month")
        : value;

    private static TimeZoneInfo Zone(string value) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone)
            ? zone
            : throw new FormatException("a time zone of this machine, such as America/New_York");

    /// <param name="Place">A file, or words for what is none.</param>
    /// <param name="Given">What it sets.</param>
    private sealed record Source(string Place, IReadOnlyList<Setting> Given);
}

/// <summary>The environment's settings: <c>Sheaf__Arxiv__BatchSize</c> is <c>Arxiv:BatchSize</c>.</summary>
internal static class SettingsEnvironment
{
    private const string Prefix = "Sheaf__";

    public static IReadOnlyList<Setting> Read()
    {
        var settings = new List<Setting>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: string value } && name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                settings.Add(new(name[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), value, name));
            }
        }

        // The environment has no order; with one, the same setting is always the first to be complained of.
        settings.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return settings;
    }
}

/// <summary>One setting as it was given somewhere, not yet checked.</summary>
/// <param name="Key">Its path, as <c>Arxiv:BatchSize</c>; capital and small letters are the same.</param>
/// <param name="Value">As text.</param>
/// <param name="Variable">The variable of the environment that gives it; null where it is given elsewhere.</param>
internal sealed record Setting(string Key, string Value, string? Variable = null)
{
    public bool IsOfArxiv =>
        Key.StartsWith("Arxiv:", StringComparison.OrdinalIgnoreCase) || Key.Equals("Contact", StringComparison.OrdinalIgnoreCase);

    public bool IsWorkspace => Key.Equals("Workspace", StringComparison.OrdinalIgnoreCase);
}
