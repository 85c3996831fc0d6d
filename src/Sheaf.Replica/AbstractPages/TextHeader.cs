using System.Globalization;
using System.Text;
using Sheaf.Replica.Requests;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.AbstractPages;

/// <summary>The plain-text form of an abstract page, with the stored TeX (field guide 5.9).</summary>
internal static class TextHeader
{
    private static readonly string s_rule = new('-', 78);

    public static Answer Of(ShownPaper shown)
    {
        var paper = shown.Paper;
        var text = new StringBuilder($"{s_rule}\n\\\narXiv:{shown.Id}\nFrom: {shown.Submitter}\n");
        foreach (var version in shown.History.Versions.TakeWhile(version => version.Version <= shown.Version.Version))
        {
            var label = version.Version == 1 ? "Date" : $"Date (revised v{version.Version})";
            var time = Html.Format(version.Submitted, "ddd, d MMM yyyy HH:mm:ss");
            text.Append(CultureInfo.InvariantCulture, $"{label}: {time} UTC   ({version.SizeKb ?? 0}kb)\n");
        }

        text.Append($"\nTitle: {shown.RawTitle}\n");
        Field(text, "Authors", paper.AuthorsRaw ?? string.Join(", ", paper.Authors.Select(author => author.Name)));
        Field(text, "Categories", string.Join(' ', paper.Categories));
        Field(text, "Comments", paper.Comment);
        Field(text, "Report-no", paper.ReportNumber);
        Field(text, "ACM-class", paper.AcmClass);
        Field(text, "MSC-class", paper.MscClass);
        Field(text, "Journal-ref", paper.JournalRef);
        Field(text, "DOI", paper.Doi.Count > 0 ? string.Join(' ', paper.Doi) : null);
        Field(text, "License", paper.License);
        text.Append("\\\n  ").AppendJoin("\n  ", paper.Abstract.Split('\n')).Append("\n\\");
        return Answer.Plain(200, text.ToString());
    }

    private static void Field(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append(name).Append(": ").Append(value).Append('\n');
        }
    }
}
