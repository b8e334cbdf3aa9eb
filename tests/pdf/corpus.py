"""Text that is hard to set and to get back, in the manner of the office's papers; all made up."""

PERSIAN = [
    "نشست شهرهای آزمون ۱ و آزمون ۲ در روز پنجشنبه ۲۹ آبان ۱۴۰۴ (برابر با ۲۰ نوامبر ۲۰۲۵) بود.",
    "هیئت‌های دو طرف دربارهٔ کلان‌شهرها و برنامهٔ اقدام گفت‌وگو کردند و سپس برگشتند.",
    "تلفن دبیرخانه ۰۲۱-۵۵۶۰۱۲۳۴ (داخلی ۱۲۳) و شمارهٔ همراه +98 912 000 0000 است؛ نمابر ندارد.",
    "«می‌رود، نمی‌خواهند، خانه‌هایشان، علاقه‌مندی‌ها، بین‌المللی، صورت‌جلسه» را با نیم‌فاصله بنویسید.",
    "قُرآن، مُحَمَّد، تَوَکُّل، اِمضا، عَلَیهِ، سِرّی، حتماً، مثلاً، کاملاً و لطفاً نشانه دارند.",
    "به نام الله؛ لا اله الا الله، اسلام، کالا، بالا، آلاینده، سالانه، لایحه، الأمل و الآن.",
    "رئیس (مهمان) گفت: «برنامهٔ ما (تا پایان سال) “روشن” است» و سپس [به زبان ترکی] سپاس گفت.",
    "سهم حمل‌ونقل ۲۵٫۶٪، دما −۳٫۵ درجه، بودجه ۱۲٬۵۰۰٬۰۰۰ ریال و نسبت ۴/۲ در جدول ۳-۱ آمده است.",
    "تاریخ ۱۴۰۴/۰۸/۲۹ و ۱۴۰۴-۰۸-۲۹، ساعت ۱۱:۳۵ تا ۱۲:۱۰، بند ۲-۱، مادهٔ ۵، نامهٔ شمارهٔ ۱۴۰۵/و/۰۴۸.",
    "آقای Mustafa Işık Çağlayan (رئیس هیئت) و خانم Ayşe Gökçeoğlu از شهر آزمون ۳ آمدند.",
    "شبکهٔ UCLG-MEWA و BRT با نشانی https://example.org/a?b=1 و رایانامهٔ test.city@example.org.",
    "پرواز TK 875 ساعت ۰۶:۲۰ می‌نشیند؛ خودرو ۱۲ب۳۴۵-۶۷ جلوی پایانهٔ VIP است.",
    "سؤال، رأی، مسئول، هیئت، مؤسسه، جزء، شیء، سوء، ژاپن، پژوهش، چگونه، گفته، کِشتی، یِک.",
    "در شهرهای ترک‌زبان، عرب‌زبان و فارسی‌زبان، «خواهرخواندگی» پیمانی است میان دو شهرداری.",
    "۱) آب و هوا ۲) گردشگری ۳) فرهنگ؛ آیا کار تمام شده است؟ نه! هنوز ۷ از ۱۲ تعهد مانده…",
]

ENGLISH = [
    "Thursday, 20 November 2025 (29 Aban 1404), 10:30–11:30, City Hall, reception (1st floor).",
    "Sayın Mustafa Işık Çağlayan and Ms Ayşe Gökçeoğlu lead the delegation of Test City 3.",
    "Phone +98 21 5560 1234, ext. 123; e-mail test.city@example.org; https://example.org/a?b=1.",
    "The office finds “efficient” fixes: 25.6% of staff, −3.5 °C, IRR 12,500,000 (final offer).",
    "Mehdī Tehrānī of the Municipality of Test City 1 spoke on traffic flow and afforestation.",
    "The Persian word شهردار means mayor, and «هیئت» (delegation) stands in guillemets.",
    "Agenda: 1. Clean air; 2. Tourism & culture; 3. BRT/metro – see Annex A-102/b, p. 7 of 12!",
    "Flight TK 875 lands at 06:20; the car (plate 345-67) waits at gate B–4, terminal 1.",
]
