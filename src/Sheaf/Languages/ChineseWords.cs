namespace Sheaf.Languages;

/// <summary>Drafts in Chinese, in simplified characters.</summary>
internal static class ChineseWords
{
    public static readonly DraftLanguage Language = new()
    {
        Code = "zh",
        Title = "arXiv 值得关注的论文，{issue}",
        Days = new()
        {
            Months = "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
            ShortMonths = "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
            Short = "{short}{day}日",
            ShortOfYear = "{year}年{short}{day}日",
            Long = "{month}{day}日",
            LongOfYear = "{year}年{month}{day}日",
            MonthOfYear = "{year}年{month}",
        },
        Names = new() { By = "作者：", Comma = "、", And = " 和 ", LastAnd = " 和 ", EtAl = " 等" },
        Headings = new()
        {
            InDepth = "深入介绍",
            Papers = "论文",
            LateArrivals = "上月补录",
            MayHaveMissed = "可能错过的论文",
            PaperColumn = "论文",
            LinkColumn = "链接",
        },
        Figures = new()
        {
            None = "列表中没有论文",
            One = "列表中有 {n} 篇论文",
            Many = "列表中有 {n} 篇论文",
            InDepth = "，其中 {n} 篇深入介绍",
            OneLate = "，另有上月补录 {n} 篇",
            Late = "，另有上月补录 {n} 篇",
            End = "。",
        },
        Labels = new()
        {
            Code = "代码",
            Project = "项目",
            PublishedIn = "发表于",
            Tags = "标签",
            Colon = "：",
            Version = "第 {n} 版",
            OfDay = "（{day}）",
            Withdrawn = "，已撤稿",
            Authors = "{n} 位作者",
            MoreAuthors = "超过 {n} 位作者",
        },
        Page = new()
        {
            SkipToPapers = "跳到论文",
            PartsOfTheList = "列表的各部分",
            AboutLateArrivals = "上个月的论文，在当月一期之后才列入列表。",
            OnNoList = "尚未列入任何列表的论文。",
            AboutTexts = "标题、姓名和摘要均为作者提交给 arXiv 的原文。",
            AboutSuggestions = "标有{mark}的是摘要中的一句话，并非编者所写。",
            Suggested = "建议",
            Withdrawn = "已撤稿",
            InDepth = "深入介绍",
            Notes = "注释",
            BackToText = "回到正文",
            OneOther = " 等另外 {n} 人",
            Others = " 等另外 {n} 人",
            Abstract = "摘要",
            AtAGlance = "本月一览",
            ByCategory = "按主要类别",
            ByDay = "按首次提交日期",
            AsTables = "以表格显示",
            PapersByCategory = "各主要类别的论文",
            PapersByDay = "各首次提交日期的论文",
            Category = "类别",
            Day = "日期",
            Earlier = "更早",
            Later = "更晚",
            OtherCategories = "其他",
            MoreCategories = "另外 {n} 个类别",
        },
    };
}
