namespace Sheaf.Curation.Readers;

/// <summary>How tables and JSON documents name their fields.</summary>
internal static class FieldNames
{
    private static readonly Dictionary<string, FieldRole> Roles = Table(
        (FieldRole.Identifier, "id arxivid arxiv eprint identifier paperid arxivnumber linkid externalid"),
        (FieldRole.Address, "url link links href abs absurl arxivurl arxivlink entryid pdf pdfurl pdflink htmlurl doi dois uri source paperurl paperlink journal publication publicationtitle archiveid extra howpublished 链接 リンク 링크 地址 链接地址 lien liens enlace ссылка"),
        (FieldRole.Title, "title titles papertitle papername name paper 标题 题目 論文 论文 タイトル 제목 titre titel título titulo titolo название"),
        (FieldRole.Author, "author authors surnames creator creators 作者 著者 저자 auteur auteurs autor autores autori autoren verfasser auteures 저자들 авторы"),
        (FieldRole.Day, "date day published publishedat publishedon publicationdate submitted submitteddate submittedon firstsubmitted issued v1date datepublished 日期 日付 datum fecha 날짜 дата"),
        (FieldRole.Year, "year publicationyear"),
        (FieldRole.Month, "month"),
        (FieldRole.Note, "note notes annotation remark comment comments"),
        (FieldRole.Star, "star stars starred favorite favourite important"),
        (FieldRole.Section, "section heading topic"));

    /// <summary>What a field of this name says; case, blanks and punctuation do not count.</summary>
    public static FieldRole RoleOf(string name) =>
        Roles.GetValueOrDefault(string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant(), FieldRole.Other);

    private static Dictionary<string, FieldRole> Table(params (FieldRole Role, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Role))).ToDictionary(pair => pair.name, pair => pair.Role, StringComparer.Ordinal);
}
