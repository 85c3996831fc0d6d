using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Lists.Import;

namespace Sheaf.Answers;

/// <summary>What a new workspace is made from, all of it looked at before anything is written.</summary>
/// <param name="Categories">As they were typed, and known to arXiv.</param>
/// <param name="Issues">To learn from.</param>
/// <param name="Contact">A mail address or URL; empty for none.</param>
internal sealed record InitAnswers(string Categories, IReadOnlyList<LearntIssue> Issues, string Contact)
{
    /// <summary>Takes what is given, and asks for the rest.</summary>
    /// <param name="categories">Null where they are not given.</param>
    /// <param name="files">Empty where none is given.</param>
    /// <param name="contact">Null where none is given.</param>
    /// <param name="ask">Asks a question; null where nobody is there to answer.</param>
    /// <exception cref="BadInputException">Something cannot be used, or categories are not given and nobody can be asked.</exception>
    public static InitAnswers Collect(string? categories, IReadOnlyList<string> files, string? contact, Func<string, string?>? ask)
    {
        if (categories is null && ask is null)
        {
            throw new BadInputException("Say what you follow: sheaf init --categories cs.CL,cs.LG; cs.* is a whole archive, * everything.");
        }

        categories ??= ask!("Which categories of arXiv do you follow (cs.CL, cs.LG; cs.* is a whole archive)?") ?? "";
        CheckCategories(categories);
        var issues = (files.Count > 0 ? files : Files(ask)).Select(LearntIssue.Read).ToList();
        return Of(categories, issues, contact ?? ask?.Invoke("At which mail address or URL can arXiv reach you (Enter for none)?"));
    }

    /// <summary>What was answered.</summary>
    /// <param name="categories">As they were typed.</param>
    /// <param name="issues">To learn from.</param>
    /// <param name="contact">As it was typed; null or empty for none.</param>
    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static InitAnswers Of(string categories, IReadOnlyList<LearntIssue> issues, string? contact)
    {
        CheckCategories(categories);
        var reached = contact?.Trim() ?? "";
        var rules = new ArxivOptionsValidator().Validate(null, new ArxivOptions { Contact = reached });
        return rules.Failed
            ? throw new BadInputException(rules.Failures.First())
            : new(string.Join(", ", NamesIn(categories)), issues, reached);
    }

    private static List<string> Files(Func<string, string?>? ask)
    {
        var files = new List<string>();
        while (ask?.Invoke("A past issue or list to learn your taste from (a file; Enter for no more)?")?.Trim() is { Length: > 0 } file)
        {
            files.Add(file);
        }

        return files;
    }

    private static void CheckCategories(string text)
    {
        var names = NamesIn(text);
        if (names.Length == 0)
        {
            throw new BadInputException("No category is named; write them as cs.CL, cs.LG.");
        }

        foreach (var (index, name) in names.Index())
        {
            try
            {
                CategorySelection.Parse(name);
            }
            catch (FormatException)
            {
                throw new BadInputException(
                    $"'{name}', the {Place(index)} of the categories, is none of arXiv's; write them as cs.CL, cs.LG, or cs.* for a whole "
                    + "archive.");
            }
        }
    }

    private static string[] NamesIn(string text) => text.Split([',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static string Place(int index) => index switch
    {
        0 => "first",
        1 => "second",
        2 => "third",
        _ => $"{index + 1}th",
    };
}

/// <summary>A file that a new workspace learns from.</summary>
/// <param name="Name">Without its folder.</param>
/// <param name="Content">As it is.</param>
/// <param name="Papers">How many different papers it names.</param>
internal sealed record LearntIssue(string Name, byte[] Content, int Papers)
{
    /// <exception cref="BadInputException">It cannot be read, or names no paper.</exception>
    public static LearntIssue Read(string file)
    {
        if (Directory.Exists(file))
        {
            throw new BadInputException($"{file} is a folder: name the files in it, as --learn {Path.Join(file, "*")} does.", file);
        }

        try
        {
            var content = BoundedFile.Read(file, FileLimits.ForeignList) ?? throw new BadInputException(
                $"{file} is larger than {FileLimits.ForeignList >> 20} MB, the most an issue may have.", file);
            return Of(Path.GetFileName(file), content)
                ?? throw new BadInputException($"No paper on arXiv was found in {file}: leave it out.", file);
        }
        catch (Exception failure) when (failure is CurationException or IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{file} cannot be read: {failure.Message.TrimEnd('.')}.", file);
        }
    }

    /// <summary>What is in an issue; null where it names no paper.</summary>
    /// <exception cref="CurationException">It cannot be read.</exception>
    public static LearntIssue? Of(string name, byte[] content)
    {
        var papers = ListReader.ReadWhole(name, content).Claims
            .Select(claim => claim.Reference.Reference?.Identifier).OfType<ArxivIdentifier>().Distinct().Count();
        return papers > 0 ? new(name, content, papers) : null;
    }
}
