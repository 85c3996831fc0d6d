using System.Globalization;
using System.Text;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Oai;

/// <summary>The addresses of requests over OAI-PMH.</summary>
internal static class OaiAddress
{
    /// <summary>One record. Colons and slashes may stand in a query as they are.</summary>
    public static Uri Of(Uri oai, ArxivIdentifier identifier, OaiFormat format) =>
        new($"{oai}?verb=GetRecord&identifier={OaiHeader.Scheme}{identifier}&metadataPrefix={PrefixOf(format)}");

    /// <summary>The first page of a list.</summary>
    public static Uri Of(Uri oai, OaiList list)
    {
        var address = new StringBuilder($"{oai}?verb=ListRecords&metadataPrefix={PrefixOf(list.Format)}");
        Append("set", list.Set is null ? null : Uri.EscapeDataString(list.Set));
        Append("from", Day(list.From));
        Append("until", Day(list.Until));
        return new(address.ToString());

        void Append(string name, string? value) => address.Append(value is null ? "" : $"&{name}={value}");
    }

    /// <summary>A further page. A token goes alone with its verb, and as it is: what it means is arXiv's business (field guide 3.3).</summary>
    public static Uri Of(Uri oai, string token) => new($"{oai}?verb=ListRecords&resumptionToken={Uri.EscapeDataString(token)}");

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string PrefixOf(OaiFormat format) => format switch
    {
        OaiFormat.ArxivRaw => "arXivRaw",
        OaiFormat.Arxiv => "arXiv",
        OaiFormat.DublinCore => "oai_dc",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format of arXiv's."),
    };
}
