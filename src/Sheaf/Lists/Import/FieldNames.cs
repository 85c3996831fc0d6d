using System.Collections.Frozen;

namespace Sheaf.Lists.Import;

/// <summary>How bibliographies, tables and documents name their fields, in the languages that lists come in.</summary>
internal static class FieldNames
{
    private static readonly FrozenDictionary<string, FieldRole> Roles = Table(
        (FieldRole.Identifier, "arxiv arxivid arxivids arxivnumber arxivno arxivnr arxivnum arxividentifier arxivpaperid arxiveprint"
            + " arxivkey arxivcode arxivref arxivreference arxivpreprint eprint"
            + " eprintid"),
        (FieldRole.Key, "id ids identifier identifiers paperid linkid externalid uid guid externalids archivelocation"),
        (FieldRole.CitationKey, "citationkey citekey bibtexkey entrykey"),
        (FieldRole.Address, "url urls link links href abs absurl arxivurl arxivlink arxivlinks entryid pdf pdfurl pdflink htmlurl doi"
            + " dois uri source paperurl paperlink ee"
            + " journal journaltitle journaltitles publication publicationtitle archiveid extra howpublished electronicresourcenum"
            + " relatedurls weburls preprint preprinturl preprintlink fulltexturl"
            + " 链接 連結 鏈接 论文链接 網址 网址 リンク 링크 地址 链接地址 lien liens enlace enlaces ссылка ссылки adresse länk collegamento odkaz bağlantı"),
        (FieldRole.Title, "title titles titleinfo titlestmt papertitle articletitle documenttitle papername name paper 标题 標題 题目 題目 題名 論文"
            + " 论文 论文标题 論文標題 论文题目 論文名 タイトル 제목 논문 논문제목 titre titel título titulo titolo"
            + " название заголовок tytuł başlık název"),
        (FieldRole.Author, "author authors surnames creator creators 作者 著者 저자 auteur auteurs autor autores autori autoren verfasser"
            + " auteures 저자들 авторы автор autorzy yazarlar författare"),
        (FieldRole.Day, "date day published publishedat publishedon publicationdate submitted submitteddate submittedon firstsubmitted"
            + " issued v1date datepublished 日期 日付 datum fecha 날짜 дата"),
        (FieldRole.Year, "year publicationyear"),
        (FieldRole.Month, "month"),
        (FieldRole.Note, "note notes annotation annote annotations remark remarks comment comments review researchnotes"
            + " 备注 備註 笔记 筆記 メモ 備考 비고 메모 notiz notizen bemerkung bemerkungen anmerkung anmerkungen kommentar kommentare remarque remarques"
            + " commentaire commentaires nota notas comentario"
            + " comentarios заметки заметка примечание примечания комментарий uwagi notlar anteckningar"),
        (FieldRole.Passage, "description descriptions content contents body text fulltext excerpt snippet highlights message why"),
        (FieldRole.Prose, "tldr keyword keywords keywordsplus tag tags manualtags automatictags mendeleytags subject subjects topics"
            + " groups mendeleygroups collections labelsfiledin category categories references citedreferences bibliography cites "
            + "citedby citing citations citedpapers relatedidentifiers relatedidentifier relateditems relateditem relatedworks relatedwork"
            + " relatedpapers referencedworks reflist referencelist isreferencedby similar similarpapers license licence copyright rights"
            + " image thumbnail avatar"
            + " icon logo schema orcid 摘要 要旨 概要 要約 抄録 초록 요약 résumé resume zusammenfassung kurzfassung resumen resumo riassunto аннотация"
            + " sammanfattning streszczenie özet"
            + " 关键词 關鍵詞 キーワード 키워드 schlagwort schlagwörter stichwörter schlüsselwörter motsclés palabrasclave palavraschave parolechiave"
            + " ключевыеслова literatur 参考文献 參考文獻 참고문헌"),
        (FieldRole.Star, "star stars starred favorite favourite important"),
        (FieldRole.Section, "section heading topic"));

    /// <summary>What a field of this name says; case, blanks and punctuation do not count.</summary>
    public static FieldRole RoleOf(string name)
    {
        if (name.Length > 60)
        {
            return FieldRole.Other;
        }

        var plain = Plain(name);
        return Roles.TryGetValue(plain, out var role) ? role : IsOfProse(plain) ? FieldRole.Prose : FieldRole.Other;
    }

    /// <summary>Whether a title of this name may not be the paper's own but, for example, the journal's.</summary>
    public static bool IsVagueTitle(string name) => Plain(name) is "name" or "paper";

    /// <summary>Whether a column of this name may be of what is read, and not of what a paper cites: a seminar's plan.</summary>
    public static bool IsReading(string name) => Plain(name) is "literatur" or "bibliography";

    public static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary><c>abstractNote</c>, <c>ai_summary</c>, <c>Author Keywords</c>; not <c>abstract_url</c>.</summary>
    private static bool IsOfProse(string plain) =>
        (plain.Contains("abstract", StringComparison.Ordinal) || plain.Contains("summary", StringComparison.Ordinal)
            || plain.Contains("keyword", StringComparison.Ordinal)
            || plain.Contains("reference", StringComparison.Ordinal) && plain.EndsWith('s')
                || plain.Contains("摘要", StringComparison.Ordinal))
        && !plain.Contains("url", StringComparison.Ordinal) && !plain.Contains("link", StringComparison.Ordinal)
            && !plain.Contains("href", StringComparison.Ordinal);

    private static FrozenDictionary<string, FieldRole> Table(params (FieldRole Role, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Role))).DistinctBy(pair => pair.name)
            .ToFrozenDictionary(pair => pair.name, pair => pair.Role, StringComparer.Ordinal);
}
