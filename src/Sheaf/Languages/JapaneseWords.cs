namespace Sheaf.Languages;

/// <summary>Drafts in Japanese.</summary>
internal static class JapaneseWords
{
    public static readonly DraftLanguage Language = new()
    {
        Code = "ja",
        Title = "arXiv の注目論文、{issue}",
        Days = ChineseWords.Language.Days,
        Names = new() { By = "著者：", Comma = "、", And = "、", LastAnd = "、", EtAl = " ほか" },
        Headings = new()
        {
            InDepth = "詳しい紹介",
            Papers = "論文一覧",
            LateArrivals = "前月からの追加",
            MayHaveMissed = "見逃しているかもしれない論文",
            PaperColumn = "論文",
            LinkColumn = "リンク",
        },
        Figures = new()
        {
            None = "リストに論文はありません",
            One = "リストの論文は {n} 本",
            Many = "リストの論文は {n} 本",
            InDepth = "、うち詳しい紹介は {n} 本",
            OneLate = "、前月からの追加は {n} 本",
            Late = "、前月からの追加は {n} 本",
            End = "。",
        },
        Labels = new()
        {
            Code = "コード",
            Project = "プロジェクト",
            PublishedIn = "掲載先",
            Tags = "タグ",
            Colon = "：",
            Version = "第 {n} 版",
            OfDay = "（{day}）",
            Withdrawn = "、取り下げ",
            Authors = "著者 {n} 名",
            MoreAuthors = "著者 {n} 名超",
        },
        Page = new()
        {
            SkipToPapers = "論文へ移動",
            PartsOfTheList = "リストの各部分",
            AboutLateArrivals = "前月の号のあとでリストに加わった、前月の論文。",
            OnNoList = "まだどのリストにもない論文。",
            AboutTexts = "題名、氏名、要旨は、著者が arXiv に提出したままのものです。",
            AboutSuggestions = "{mark}とあるのは要旨の一文であり、編集者が書いたものではありません。",
            Suggested = "提案",
            Withdrawn = "取り下げ",
            InDepth = "詳しい紹介",
            Notes = "注",
            BackToText = "本文に戻る",
            OneOther = " ほか {n} 名",
            Others = " ほか {n} 名",
            Abstract = "要旨",
            AtAGlance = "今月の概観",
            ByCategory = "主分類別",
            ByDay = "初回投稿日別",
            AsTables = "表で見る",
            PapersByCategory = "主分類別の論文数",
            PapersByDay = "初回投稿日別の論文数",
            Category = "分類",
            Day = "日付",
            Earlier = "以前",
            Later = "以後",
            OtherCategories = "その他",
            MoreCategories = "ほか {n} 分類",
        },
    };
}
