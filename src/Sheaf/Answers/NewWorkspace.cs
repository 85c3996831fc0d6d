using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Settings;

namespace Sheaf.Answers;

/// <summary>Writes the first files of a workspace, and never over one that is there.</summary>
internal static class NewWorkspace
{
    /// <param name="workspace">Has no settings yet.</param>
    /// <param name="answers">What it is made from.</param>
    /// <param name="month">Of the first list.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static MadeWorkspace Create(Workspace workspace, InitAnswers answers, Month month)
    {
        workspace.EnsureCreated();
        var files = new List<string>();
        var learned = answers.Issues.Select(issue => new LearnedJson(Keep(workspace.Published, issue), issue.Papers)).ToList();
        var list = workspace.CuratedFile(month);
        if (!File.Exists(list))
        {
            WholeFile.Create(list, Encoding.UTF8.GetBytes($"// {month.Title}: one paper a line, as {ExampleOf(month)}\n"));
            files.Add(list);
        }

        // Last: what is there of a workspace whose making was stopped does not keep it from being made.
        WholeFile.Create(workspace.SettingsFile, SettingsOf(answers));
        files.Insert(0, workspace.SettingsFile);
        return new(files, learned);
    }

    private static string ExampleOf(Month month) => $"- {month.Year % 100:00}{month.Number:00}.01234 ★ #tag — your note";

    /// <summary>Copies an issue as it is; the same one that is there already is not copied again, another of its name stays.</summary>
    private static string Keep(string folder, LearntIssue issue)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1
                ? issue.Name
                : $"{Path.GetFileNameWithoutExtension(issue.Name)}-{number}{Path.GetExtension(issue.Name)}";
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                WholeFile.Create(path, issue.Content);
                return path;
            }

            if (BoundedFile.Read(path, FileLimits.ForeignList)?.AsSpan().SequenceEqual(issue.Content) is true)
            {
                return path;
            }
        }
    }

    private static byte[] SettingsOf(InitAnswers answers)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            text, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (answers.Contact.Length > 0)
            {
                json.WriteString("Contact", answers.Contact);
            }

            json.WriteStartObject("Sweep");
            json.WriteString("Categories", answers.Categories);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        text.WriteByte((byte)'\n');
        return text.ToArray();
    }
}

/// <param name="Files">Written, with their whole paths.</param>
/// <param name="Learned">Past issues in their place.</param>
internal sealed record MadeWorkspace(IReadOnlyList<string> Files, IReadOnlyList<LearnedJson> Learned);

/// <param name="File">In <c>published/</c>.</param>
/// <param name="Papers">That it names.</param>
internal sealed record LearnedJson(string File, int Papers);
